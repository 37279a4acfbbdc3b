package io.runwisp.output.read.segment;

import io.runwisp.output.format.LineIndex;
import io.runwisp.output.format.LineIndex.Anchor;
import io.runwisp.output.format.TimeIndex;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.OptionalLong;

/** One text file of a log as it was when it was opened, with the absolute numbers of its lines. */
public final class Segment {

    private static final int BLOCK = 128 * 1024;

    private final TextFile text;
    private final Anchors anchors;
    private final TimeIndex times;
    private final long firstLine;
    private final long lines;
    private final byte[] block;

    private Segment(TextFile text, Anchors anchors, TimeIndex times, long firstLine, long lines, byte[] block) {
        this.text = text;
        this.anchors = anchors;
        this.times = times;
        this.firstLine = firstLine;
        this.lines = lines;
        this.block = block;
    }

    /** A text whose lines are counted now, from its last known place on. Its first line is number 0 until it is told otherwise. */
    static Segment counted(TextFile text, Anchors anchors, TimeIndex times) throws IOException {
        Segment uncounted = new Segment(text, anchors, times, 0, Long.MAX_VALUE, new byte[BLOCK]);
        long whole = uncounted.lineAt(text.end());
        return uncounted.withLines(text.endsLine() ? whole : whole + 1);
    }

    /** A text that is known to have so many lines. */
    static Segment known(TextFile text, Anchors anchors, TimeIndex times, long lines) {
        return new Segment(text, anchors, times, 0, lines, new byte[BLOCK]);
    }

    Segment startingAt(long line) {
        return new Segment(text, anchors, times, line, lines, block);
    }

    /** The absolute number of its first line. */
    public long firstLine() {
        return firstLine;
    }

    /** The absolute number of the line after its last. */
    public long endLine() {
        return firstLine + lines;
    }

    /** The offset behind its last line. */
    public long endOffset() {
        return text.end();
    }

    /** The bytes of its text, for whoever copies them. */
    public FileChannel channel() {
        return text.channel();
    }

    /** Reads as many bytes as there are, at most {@code length}. */
    public int read(byte[] target, int at, int length, long offset) throws IOException {
        return text.read(target, at, length, offset);
    }

    /** Where a line begins; for one after the last, where the text ends. */
    public long offsetOf(long line) throws IOException {
        long local = line - firstLine;
        if (local >= lines) {
            return text.end();
        }
        Anchor anchor = anchors.beforeLine(local);
        long left = local - anchor.line();
        long offset = anchor.offset();
        while (left > 0) {
            int length = text.read(block, 0, BLOCK, offset);
            int ends = LineEnds.count(block, 0, length);
            if (length == 0 || ends >= left) {
                return length == 0 ? text.end() : offset + LineEnds.behind(block, 0, length, left);
            }
            left -= ends;
            offset = pass(local - left, offset, length);
        }
        return offset;
    }

    /** The number of the line that has a byte at an offset. */
    public long lineAt(long offset) throws IOException {
        Anchor anchor = anchors.beforeOffset(offset);
        long line = anchor.line();
        long at = anchor.offset();
        while (at < offset) {
            int length = text.read(block, 0, (int) Math.min(BLOCK, offset - at), at);
            if (length == 0) {
                break;
            }
            line += LineEnds.count(block, 0, length);
            at = pass(line, at, length);
        }
        anchors.rememberLatest(new Anchor(line, offset));
        return firstLine + line;
    }

    /** About when a line was written, in Unix milliseconds; 0 when nobody knows. */
    public long millisOf(long line) {
        return times.millisOf(line - firstLine).orElse(0);
    }

    /** The first line that may have been written at or after an instant: lines are known to within {@link TimeIndex#INTERVAL_MS}. */
    public long firstLineSince(long millis) {
        OptionalLong line = times.lineAt(millis - TimeIndex.INTERVAL_MS + 1);
        return Math.min(endLine(), firstLine + line.orElse(firstWithoutTime()));
    }

    /** The line after the last one that may have been written at or before an instant. */
    public long endLineUntil(long millis) {
        OptionalLong line = times.lineAt(millis + 1);
        return line.isEmpty() ? endLine() : Math.min(endLine(), firstLine + line.getAsLong());
    }

    /** Every line whose number is a multiple of the stride has a record, so from the first that has none on the index was lost. */
    private long firstWithoutTime() {
        int records = times.size();
        return records == 0 ? 0 : (times.line(records - 1) / LineIndex.STRIDE + 1) * LineIndex.STRIDE;
    }

    /** Steps over a block that was counted. What follows it is a place to count from, even in the middle of a line. */
    private long pass(long line, long offset, int length) {
        anchors.remember(new Anchor(line, offset + length));
        return offset + length;
    }

    private Segment withLines(long counted) {
        return new Segment(text, anchors, times, firstLine, counted, block);
    }
}
