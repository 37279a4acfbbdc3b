package io.runwisp.output.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * When lines of a segment were written: a record stands for its line and those after it up to the next record. Times never decrease. The record at the end of
 * a segment names the line after the last one.
 */
public final class TimeIndex {

    /** The bytes of a record: the line within its segment (unsigned 32-bit), Unix milliseconds (64-bit), both little-endian. */
    public static final int RECORD_BYTES = Integer.BYTES + Long.BYTES;
    /** A line gets a record when this many milliseconds have passed since the last one. */
    public static final long INTERVAL_MS = 1000;

    private final Records records;

    private TimeIndex(Records records) {
        this.records = records;
    }

    /** Reads an index as far as it is whole; a missing file is an empty index. */
    public static TimeIndex read(Path file) throws IOException {
        return new TimeIndex(Records.read(file, RECORD_BYTES));
    }

    /** An index over bytes that are in memory already. */
    public static TimeIndex of(ByteBuffer content) {
        return new TimeIndex(new Records(content, RECORD_BYTES));
    }

    /** How many records it has. */
    public int size() {
        return records.count();
    }

    /** The line of a record, within the segment. */
    public long line(int record) {
        return records.unsignedIntAt(record * RECORD_BYTES);
    }

    /** The Unix milliseconds of a record. */
    public long millis(int record) {
        return records.longAt(record * RECORD_BYTES + Integer.BYTES);
    }

    /** About when a line of the segment was written: the time of the last record at or before it. */
    public OptionalLong millisOf(long line) {
        int after = firstRecord(record -> line(record) > line);
        return after == 0 ? OptionalLong.empty() : OptionalLong.of(millis(after - 1));
    }

    /** The first line that has a record at or after an instant; empty when all of them are older. */
    public OptionalLong lineAt(long millis) {
        int record = firstRecord(candidate -> millis(candidate) >= millis);
        return record == size() ? OptionalLong.empty() : OptionalLong.of(line(record));
    }

    private interface Condition {
        boolean holds(int record);
    }

    /** The first record for which an ordered condition holds, or their number. */
    private int firstRecord(Condition condition) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (condition.holds(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
