package io.runwisp.output.read.segment;

import java.io.IOException;
import java.util.Arrays;

/**
 * Goes through a segment line by line, without decoding anything. Its memory is bounded: of a line that is longer than {@link #LONGEST}, which no writer of
 * ours makes, only so much is kept.
 */
public final class LineCursor {

    /** The most bytes of a line that are kept. */
    public static final int LONGEST = 1 << 20;

    private static final int FIRST_BLOCK = 16 * 1024;
    private static final int BLOCK = 128 * 1024;

    private final Segment segment;
    private byte[] bytes = new byte[FIRST_BLOCK];
    private int filled;
    private int from;
    private int to;
    private int next;
    private long nextOffset;
    private long length;

    /** Starts in front of the line that begins at an offset. */
    public LineCursor(Segment segment, long offset) {
        this.segment = segment;
        this.nextOffset = offset;
    }

    /** Steps to the next line; false when there is none. */
    public boolean advance() throws IOException {
        from = next;
        int searched = from;
        int end = LineEnds.first(bytes, searched, filled);
        while (end == filled && filled - from < LONGEST) {
            searched = filled - from;
            if (!readOn()) {
                end = filled;
                break;
            }
            end = LineEnds.first(bytes, searched, filled);
        }
        if (end == from && end == filled) {
            return false;
        }
        to = Math.min(end, from + LONGEST);
        next = Math.min(end + 1, filled);
        length = (long) end - from;
        if (end == filled && length >= LONGEST) {
            skipRest();
        }
        return true;
    }

    /** The array that has the line; it is overwritten by the next step. */
    public byte[] bytes() {
        return bytes;
    }

    /** The index of its first byte. */
    public int from() {
        return from;
    }

    /** The index behind its last byte that was kept, its end not included. */
    public int to() {
        return to;
    }

    /** How many bytes it has in the file, its end not included. */
    public long length() {
        return length;
    }

    /** Drops what is behind, so that the line stands at the beginning of the array, and reads on. */
    private boolean readOn() throws IOException {
        System.arraycopy(bytes, from, bytes, 0, filled - from);
        filled -= from;
        from = 0;
        if (filled + FIRST_BLOCK > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(bytes.length * 2, LONGEST + BLOCK));
        }
        int read = segment.read(bytes, filled, bytes.length - filled, nextOffset);
        filled += read;
        nextOffset += read;
        return read > 0;
    }

    /** Counts what is left of a line that is too long. */
    private void skipRest() throws IOException {
        nextOffset -= filled - to;
        filled = to;
        next = to;
        length = (long) to - from;
        bytes = bytes.length < to + FIRST_BLOCK ? Arrays.copyOf(bytes, to + BLOCK) : bytes;
        while (true) {
            int read = segment.read(bytes, to, bytes.length - to, nextOffset);
            int end = LineEnds.first(bytes, to, to + read);
            length += end - to;
            nextOffset += end - to;
            if (end < to + read || read == 0) {
                nextOffset += read == 0 ? 0 : 1;
                return;
            }
        }
    }
}
