package io.runwisp.output.read;

import io.runwisp.output.format.LogStream;
import io.runwisp.output.read.segment.LineCursor;
import io.runwisp.output.read.segment.Segment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Collects lines until a page is full. */
final class PageBuilder {

    private final int limit;
    private final int mostBytes;
    private final List<LogLine> lines = new ArrayList<>();
    private final Continuation continuation = new Continuation();
    private long bytes;
    private boolean full;

    PageBuilder(int limit, int mostBytes) {
        this.limit = limit;
        this.mostBytes = mostBytes;
    }

    /** Adds the lines of a segment from one number up to another, as many as still fit. */
    void add(Segment segment, long from, long end) throws IOException {
        if (full) {
            return;
        }
        long offset = segment.offsetOf(from);
        if (lines.isEmpty()) {
            continuation.lookBack(segment, offset);
        }
        LineCursor cursor = new LineCursor(segment, offset);
        for (long number = from; number < end && cursor.advance(); number++) {
            if (lines.size() == limit || !lines.isEmpty() && bytes + cursor.length() + 1 > mostBytes) {
                full = true;
                return;
            }
            bytes += cursor.length() + 1;
            lines.add(line(segment, number, cursor));
        }
    }

    List<LogLine> lines() {
        return lines;
    }

    /** Whether there were more lines than fitted. */
    boolean isFull() {
        return full;
    }

    /** The number of the first line that did not fit. */
    long next() {
        return lines.getLast().number() + 1;
    }

    private LogLine line(Segment segment, long number, LineCursor cursor) {
        LogStream.Tag tag = LogStream.tag(cursor.bytes(), cursor.from(), cursor.to());
        String text = new String(cursor.bytes(), tag.textFrom(), cursor.to() - tag.textFrom(), StandardCharsets.UTF_8);
        boolean continued = continuation.take(tag.stream(), cursor.length() - (tag.textFrom() - cursor.from()));
        return new LogLine(number, segment.millisOf(number), tag.stream(), shown(text, cursor), continued);
    }

    private static String shown(String text, LineCursor cursor) {
        long missing = cursor.length() - (cursor.to() - cursor.from());
        return missing == 0 ? text : text + " […" + missing + " bytes more]";
    }
}
