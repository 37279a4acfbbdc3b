package io.runwisp.client.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What comes over a socket, as lines and as bytes. Read by one thread; any may close it. */
final class PlainSource implements AutoCloseable {

    private static final int PIECE = 8192;
    /** The head of an answer of ours has some 500 bytes. */
    private static final int LONGEST_LINE = 64 * 1024;

    private final Socket socket;
    private final Runnable atEnd;
    private final InputStream in;
    private final byte[] piece = new byte[PIECE];
    private int at;
    private int end;

    /**
     * The source of a socket.
     *
     * @param atEnd told when it is closed
     */
    PlainSource(Socket socket, Runnable atEnd) throws IOException {
        this.socket = socket;
        this.atEnd = atEnd;
        this.in = socket.getInputStream();
    }

    /** The next line without its end. */
    String line(Duration silence) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            if (at == end && !more(silence)) {
                throw new EOFException("the answer broke off");
            }
            byte next = piece[at++];
            if (next == '\n') {
                String text = line.toString(StandardCharsets.ISO_8859_1);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            line.write(next);
            if (line.size() > LONGEST_LINE) {
                throw new ProtocolException("a line of the answer has more than " + LONGEST_LINE + " bytes");
            }
        }
    }

    /** Some of the next bytes, none when they have ended. */
    ByteBuffer some(long most, Duration silence) throws IOException {
        if (at == end && !more(silence)) {
            return ByteBuffer.allocate(0);
        }
        int size = (int) Math.min(most, end - at);
        ByteBuffer some = ByteBuffer.wrap(piece, at, size);
        at += size;
        return some;
    }

    private boolean more(Duration silence) throws IOException {
        socket.setSoTimeout((int) Math.max(1, silence.toMillis()));
        at = 0;
        end = Math.max(0, in.read(piece));
        return end > 0;
    }

    @Override
    public void close() {
        atEnd.run();
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }
}
