package io.runwisp.output.read.search;

import io.runwisp.output.format.LogStream;
import io.runwisp.output.read.segment.LineCursor;
import io.runwisp.output.read.segment.LineEnds;
import io.runwisp.output.read.segment.Segment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Goes through a segment block by block, each of whole lines. Of a line that is longer than {@link LineCursor#LONGEST} only so much is searched. */
final class SegmentSearch {

    private static final int BLOCK = 256 * 1024;

    private final LineFilter filter;
    private final Deadline deadline;
    private byte[] bytes = new byte[BLOCK];

    SegmentSearch(LineFilter filter, Deadline deadline) {
        this.filter = filter;
        this.deadline = deadline;
    }

    /** Takes the lines that match. */
    interface Hits {

        /** Takes one, and says whether more are wanted. */
        boolean add(long line, LogStream stream, String text);
    }

    /**
     * Searches a segment from a line on.
     *
     * @return the number of the first line that was not searched: the one after the last hit when no more hits were wanted, the end of the segment when all
     *     was searched, and something between when the deadline has passed
     */
    long search(Segment segment, long from, Hits hits) throws IOException {
        long offset = segment.offsetOf(from);
        while (offset < segment.endOffset()) {
            if (deadline.hasPassed()) {
                return segment.lineAt(offset);
            }
            int read = readBlock(segment, offset);
            int end = Math.max(0, LineEnds.last(bytes, 0, read) + 1);
            boolean last = offset + read >= segment.endOffset();
            boolean giant = end == 0 && !last;
            int whole = last || giant ? read : end;
            long stopped = searchBlock(segment, offset, whole, hits);
            if (stopped >= 0) {
                return stopped;
            }
            offset += whole;
            if (giant) {
                offset = segment.offsetOf(segment.lineAt(offset) + 1);
            }
        }
        return segment.endLine();
    }

    private long searchBlock(Segment segment, long offset, int to, Hits hits) throws IOException {
        int at = 0;
        while (true) {
            int candidate = filter.candidate(bytes, at, to);
            if (candidate < 0) {
                return -1;
            }
            int start = LineEnds.last(bytes, at, candidate) + 1;
            int end = LineEnds.first(bytes, candidate, to);
            LogStream.Tag tag = LogStream.tag(bytes, start, end);
            if (filter.matches(bytes, tag.textFrom(), end)) {
                long line = segment.lineAt(offset + start);
                String text = new String(bytes, tag.textFrom(), end - tag.textFrom(), StandardCharsets.UTF_8);
                if (!hits.add(line, tag.stream(), text)) {
                    return line + 1;
                }
            }
            at = end + 1;
            if (at >= to) {
                return -1;
            }
        }
    }

    /** Reads a block, or as much more as the first line of it takes. */
    private int readBlock(Segment segment, long offset) throws IOException {
        int read = segment.read(bytes, 0, bytes.length, offset);
        while (read == bytes.length && read < LineCursor.LONGEST && LineEnds.first(bytes, 0, read) == read) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            read += segment.read(bytes, read, bytes.length - read, offset + read);
        }
        return read;
    }
}
