package io.runwisp.output;

import io.runwisp.output.format.LogFiles;
import io.runwisp.output.format.LogStream;
import java.io.IOException;

/** The segments of a log, one after the other: the current one, and the step to the next at the cap. */
final class SegmentChain {

    private static final long LEAST_RETRY_BYTES = 64 * 1024;

    /** What came of a rotation. */
    sealed interface Outcome {
    }

    /** There is a new segment, empty. */
    record Rotated() implements Outcome {
    }

    /** The current segment goes on, for now. */
    record GoesOn() implements Outcome {
    }

    /** The current segment cannot be rotated, and nothing more has room in it. */
    record Stuck(IOException reason) implements Outcome {
    }

    private final LogDisk disk;
    private final LogFiles files;
    private final LineRoom.Pool pool;
    private final long maxBytes;
    private final Rotation rotation;
    private Segment segment;
    private long firstLines;
    private long previousBytes;
    private long retryAt;

    /** Begins with a first segment; a cap of 0 is none. */
    SegmentChain(LogDisk disk, LogFiles files, LineRoom.Pool pool, Segment first, long maxBytes) {
        this.pool = pool;
        this.disk = disk;
        this.files = files;
        this.maxBytes = maxBytes;
        this.rotation = new Rotation(disk, files);
        this.segment = first;
    }

    /** Whether a line of so many bytes goes beyond the cap. */
    boolean overflows(int bytes) {
        return maxBytes > 0 && segment.bytes() + bytes > maxBytes;
    }

    void add(LogStream stream, byte[] text, int from, int to, boolean continued, long millis) {
        segment.add(stream, text, from, to, continued, millis);
    }

    LineBatch batch() {
        return segment.batch();
    }

    /** The absolute number of the first line that waits to be written. */
    long firstWaiting() {
        return lines() - segment.batch().count();
    }

    /** All lines of the log. */
    long lines() {
        return rotation.firstLine() + segment.lines();
    }

    boolean hasRotated() {
        return rotation.hasHappened();
    }

    /** See {@link Segment#flush}. */
    void flush() throws IOException {
        segment.flush();
    }

    void next() {
        segment.next();
    }

    /** The lines of a new segment that are there before any output is. */
    void keepHead() {
        firstLines = segment.lines();
    }

    /**
     * Makes room for a line by rotating; nothing waits to be written.
     *
     * @throws IOException when a file fails, so that nothing more can be written
     */
    Outcome rotate(int bytes, long millis) throws IOException {
        // A line that is longer than the cap still gets its place, alone behind the marker.
        if (segment.lines() <= firstLines || segment.bytes() + bytes <= retryAt) {
            return new GoesOn();
        }
        long lines = segment.lines();
        long size = segment.bytes();
        segment.seal(millis);
        segment.sync();
        try {
            rotation.rename(lines);
        } catch (IOException e) {
            return unrotated(bytes, e);
        }
        segment.close();
        segment = Segment.missing(new IOException("the file could not be created again"));
        rotation.complete(lines, size);
        segment = Segment.create(disk, files, pool);
        previousBytes = size;
        retryAt = 0;
        return new Rotated();
    }

    /** Both segments together never take more than twice the cap. */
    private Outcome unrotated(int bytes, IOException reason) {
        long most = 2 * maxBytes - previousBytes;
        if (segment.bytes() + bytes > most) {
            return new Stuck(reason);
        }
        retryAt = Math.min(most, segment.bytes() + Math.max(LEAST_RETRY_BYTES, maxBytes / 16));
        return new GoesOn();
    }

    /** A segment that could not be created when the log was rotated: perhaps there is room for a mark now. */
    void tryAgain() throws IOException {
        if (segment.isMissing()) {
            segment = Segment.create(disk, files, pool);
        }
    }

    /** Ends the log in order: what was written is on the disk when this returns. */
    void end(long millis) throws IOException {
        segment.seal(millis);
        rotation.end(segment.lines());
        segment.sync();
    }

    void close() throws IOException {
        segment.close();
    }
}
