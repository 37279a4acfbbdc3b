package io.runwisp.output.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Where every 1024th line of a segment begins: entry k is the offset of its line k * 1024. It may end before the segment does, so a reader goes on from the
 * last entry line by line.
 */
public final class LineIndex {

    /** How many lines lie between two entries. */
    public static final int STRIDE = 1024;
    /** The bytes of an entry: an unsigned 64-bit number, little-endian. */
    public static final int RECORD_BYTES = Long.BYTES;

    private final Records records;

    private LineIndex(Records records) {
        this.records = records;
    }

    /**
     * A place from which lines can be counted.
     *
     * @param line the number of a line within its segment
     * @param offset where it begins in the text
     */
    public record Anchor(long line, long offset) {
    }

    /** Reads an index as far as it is whole; a missing file is an empty index. */
    public static LineIndex read(Path file) throws IOException {
        return new LineIndex(Records.read(file, RECORD_BYTES));
    }

    /** An index over bytes that are in memory already. */
    public static LineIndex of(ByteBuffer content) {
        return new LineIndex(new Records(content, RECORD_BYTES));
    }

    /** How many entries it has. */
    public int size() {
        return records.count();
    }

    /** Entry k, the offset of line k * 1024. */
    public long offset(int entry) {
        return records.longAt(entry * RECORD_BYTES);
    }

    /** The last entry at or before a line of the segment; the beginning of the text when there is none. */
    public Anchor before(long line) {
        int entry = (int) Math.min(line / STRIDE, size() - 1L);
        return entry < 0 ? new Anchor(0, 0) : new Anchor((long) entry * STRIDE, offset(entry));
    }
}
