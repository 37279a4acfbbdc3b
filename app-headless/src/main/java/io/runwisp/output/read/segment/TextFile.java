package io.runwisp.output.read.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of a segment, open: it stays the same file under whatever name it gets. Read by position and not mapped, because reading a mapped
 * file that somebody truncates fails in ways that no caller expects.
 */
final class TextFile implements AutoCloseable {

    private static final int LOOK_BACK = 8192;

    private final FileChannel channel;
    private final long end;

    private TextFile(FileChannel channel, long end) {
        this.channel = channel;
        this.end = end;
    }

    /** Opens a file as it is now; null where there is none. What is written to it later is not seen. */
    static @Nullable TextFile open(Path path, boolean wholeLinesOnly) throws IOException {
        try {
            FileChannel channel = FileChannel.open(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
            try {
                long size = channel.size();
                return new TextFile(channel, wholeLinesOnly ? endOfLastLine(channel, size) : size);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    long end() {
        return end;
    }

    FileChannel channel() {
        return channel;
    }

    /** Reads as many bytes as there are, at most {@code length}; fewer than asked for means that the text ends. */
    int read(byte[] target, int at, int length, long offset) throws IOException {
        int wanted = (int) Math.min(length, end - offset);
        return wanted <= 0 ? 0 : read(channel, target, at, wanted, offset);
    }

    boolean endsLine() throws IOException {
        return end == 0 || isLineStart(end);
    }

    /** Whether a line begins, or would begin, at an offset. */
    boolean isLineStart(long offset) throws IOException {
        byte[] before = new byte[1];
        return offset == 0 || read(before, 0, 1, offset - 1) == 1 && before[0] == '\n';
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static int read(FileChannel channel, byte[] target, int at, int length, long offset) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(target, at, length);
        while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position() - at) >= 0) {
            // Goes on until all of it is there or the file ends.
        }
        return buffer.position() - at;
    }

    private static long endOfLastLine(FileChannel channel, long size) throws IOException {
        byte[] block = new byte[LOOK_BACK];
        for (long to = size; to > 0;) {
            long from = Math.max(0, to - LOOK_BACK);
            int length = read(channel, block, 0, (int) (to - from), from);
            int last = LineEnds.last(block, 0, length);
            if (last >= 0) {
                return from + last + 1;
            }
            to = from;
        }
        return 0;
    }
}
