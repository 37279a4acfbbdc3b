package io.runwisp.client.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads an answer of HTTP/1.1 from a socket: its head at once, its body as it is taken. */
final class PlainAnswer implements Body {

    private static final long UNTIL_CLOSED = Long.MAX_VALUE;
    private static final int MOST_HEADERS = 200;
    private static final int FIRST_FINAL_STATUS = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final PlainSource source;
    private final boolean chunked;
    private long left;

    private PlainAnswer(PlainSource source, boolean chunked, long left) {
        this.source = source;
        this.chunked = chunked;
        this.left = left;
    }

    /**
     * The answer that comes.
     *
     * @param patience how long nothing may come before it begins
     */
    static Transport.Reply read(PlainSource source, Duration patience) throws IOException {
        while (true) {
            int status = status(source.line(patience));
            HttpHeaders headers = headers(source, patience);
            // What comes before them only says that there will be an answer.
            if (status >= FIRST_FINAL_STATUS) {
                return new Transport.Reply(status, headers, body(source, status, headers));
            }
        }
    }

    private static int status(String line) throws IOException {
        String[] parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.")) {
            throw new ProtocolException("what came is not HTTP");
        }
        return (int) number(parts[1], 10);
    }

    private static HttpHeaders headers(PlainSource source, Duration patience) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int count = 0;
        for (String line = source.line(patience); !line.isEmpty(); line = source.line(patience)) {
            int colon = line.indexOf(':');
            if (colon <= 0 || ++count > MOST_HEADERS) {
                throw new ProtocolException("what came is not HTTP");
            }
            headers.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                .add(line.substring(colon + 1).strip());
        }
        return HttpHeaders.of(headers, (_, _) -> true);
    }

    private static Body body(PlainSource source, int status, HttpHeaders headers) throws IOException {
        if (status == NO_CONTENT || status == NOT_MODIFIED) {
            return new PlainAnswer(source, false, 0);
        }
        String coding = headers.firstValue("Transfer-Encoding").orElse("");
        if (!coding.isEmpty()) {
            if (!coding.toLowerCase(Locale.ROOT).equals("chunked")) {
                throw new ProtocolException("the answer is coded as " + coding);
            }
            return new PlainAnswer(source, true, 0);
        }
        String length = headers.firstValue("Content-Length").orElse("");
        return new PlainAnswer(source, false, length.isEmpty() ? UNTIL_CLOSED : number(length, 10));
    }

    private static long number(String text, int radix) throws IOException {
        try {
            long number = Long.parseLong(text.strip(), radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new ProtocolException("what came is not HTTP");
    }

    @Override
    public @Nullable ByteBuffer next(Duration silence) throws IOException {
        if (chunked && left == 0) {
            left = chunk(silence);
        }
        if (left <= 0) {
            return null;
        }
        ByteBuffer bytes = source.some(left, silence);
        if (!bytes.hasRemaining()) {
            if (left == UNTIL_CLOSED) {
                left = 0;
                return null;
            }
            throw new EOFException("the answer broke off");
        }
        if (left != UNTIL_CLOSED) {
            left -= bytes.remaining();
            if (chunked && left == 0 && !source.line(silence).isEmpty()) {
                throw new ProtocolException("a piece of the answer is longer than it says");
            }
        }
        return bytes;
    }

    /** How long the next piece is, or less than nothing behind the last one. */
    private long chunk(Duration silence) throws IOException {
        String line = source.line(silence);
        int extension = line.indexOf(';');
        long size = number(extension < 0 ? line : line.substring(0, extension), 16);
        if (size > 0) {
            return size;
        }
        int trailers = 0;
        while (!source.line(silence).isEmpty()) {
            if (++trailers > MOST_HEADERS) {
                throw new ProtocolException("the answer does not end");
            }
        }
        return -1;
    }

    @Override
    public void close() {
        source.close();
    }
}
