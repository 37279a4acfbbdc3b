package io.runwisp.output;

import io.runwisp.output.format.LogStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines as they will stand in the file, on their way there. */
final class LineBatch {

    /** From this many bytes on it is time to write. */
    static final int FULL = 64 * 1024;

    private byte[] bytes = new byte[16 * 1024];
    private int length;
    private int[] ends = new int[256];
    private LogStream[] streams = new LogStream[256];
    private boolean[] continuing = new boolean[256];
    private int count;

    void add(LogStream stream, byte[] text, int from, int to, boolean continued) {
        int end = length + stream.prefixLength() + to - from + 1;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        int at = stream == LogStream.STDOUT ? length : stream.putPrefix(bytes, length);
        System.arraycopy(text, from, bytes, at, to - from);
        bytes[end - 1] = '\n';
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
            streams = Arrays.copyOf(streams, 2 * count);
            continuing = Arrays.copyOf(continuing, 2 * count);
        }
        ends[count] = end;
        streams[count] = stream;
        continuing[count] = continued;
        count++;
        length = end;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    int count() {
        return count;
    }

    boolean isFull() {
        return length >= FULL;
    }

    /** Forgets the lines that do not end within a number of bytes, and says how many bytes the others have. */
    int keepWithin(long most) {
        while (count > 0 && ends[count - 1] > most) {
            count--;
        }
        length = count == 0 ? 0 : ends[count - 1];
        return length;
    }

    /** The lines for those who follow, numbered from the first. */
    List<LiveLine> lines(long firstNumber) {
        List<LiveLine> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            LogStream stream = streams[i];
            int from = i == 0 ? 0 : ends[i - 1];
            int text = from + stream.prefixLength();
            lines.add(new LiveLine(firstNumber + i, stream,
                    new String(bytes, text, ends[i] - 1 - text, StandardCharsets.UTF_8), continuing[i],
                    ends[i] - from));
        }
        return lines;
    }

    void clear() {
        length = 0;
        count = 0;
    }
}
