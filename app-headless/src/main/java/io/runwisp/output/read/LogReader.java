package io.runwisp.output.read;

import io.runwisp.output.read.segment.LogSource;
import io.runwisp.output.read.segment.OpenLog;
import io.runwisp.output.read.segment.Segment;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * Reads pages of a log. Every page is a snapshot of its own: the files are opened, read through their indexes, and closed. Memory is bounded by the size of a
 * page.
 */
public final class LogReader {

    /** The most bytes of lines in a page, unless its only line is longer. */
    public static final int PAGE_BYTES = 1 << 20;

    private final LogSource source;

    /** A reader of one log. */
    public LogReader(LogSource source) {
        this.source = source;
    }

    /** Reads a page. It ends early where its lines would be larger than {@link #PAGE_BYTES}, and then says where to go on. */
    public LogPage page(PageRequest request) throws IOException {
        return page(request, PAGE_BYTES);
    }

    /** The newest lines, as many as are wanted and fit into a page. */
    public LogPage tail(int lines) throws IOException {
        PageRequest request = PageRequest.lines(-(long) lines, lines);
        try (OpenLog log = OpenLog.open(source)) {
            long end = log.endLine();
            long from = Math.max(log.firstAvailable(), end - lines);
            while (from < end - 1 && bytesFrom(log, from) > PAGE_BYTES) {
                from += (end - from) / 2;
            }
            return page(log, from, end, request.limit(), PAGE_BYTES);
        }
    }

    LogPage page(PageRequest request, int bytes) throws IOException {
        try (OpenLog log = OpenLog.open(source)) {
            long low = log.firstAvailable();
            long high = log.endLine();
            if (request.isTimed()) {
                low = firstSince(log, request.sinceMillis());
                high = Math.max(low, endUntil(log, request.untilMillis()));
            }
            long wanted = request.from() < 0 ? high + request.from() : request.from();
            return page(log, Math.clamp(wanted, low, high), high, request.limit(), bytes);
        }
    }

    private LogPage page(OpenLog log, long from, long end, int limit, int bytes) throws IOException {
        PageBuilder page = new PageBuilder(limit, bytes);
        for (Segment segment : log.segments()) {
            long first = Math.max(from, segment.firstLine());
            if (first < Math.min(end, segment.endLine())) {
                page.add(segment, first, Math.min(end, segment.endLine()));
            }
        }
        long next = page.isFull() ? page.next() : end;
        return new LogPage(page.lines(), log.firstAvailable(), log.endLine(), log.isFinished() || !source.growing(),
                next < end ? OptionalLong.of(next) : OptionalLong.empty());
    }

    private static long firstSince(OpenLog log, long millis) {
        for (Segment segment : log.segments()) {
            long first = millis == Long.MIN_VALUE ? segment.firstLine() : segment.firstLineSince(millis);
            if (first < segment.endLine()) {
                return first;
            }
        }
        return log.endLine();
    }

    private static long endUntil(OpenLog log, long millis) {
        for (Segment segment : log.segments().reversed()) {
            long end = millis == Long.MAX_VALUE ? segment.endLine() : segment.endLineUntil(millis);
            if (end > segment.firstLine()) {
                return end;
            }
        }
        return log.firstAvailable();
    }

    private static long bytesFrom(OpenLog log, long line) throws IOException {
        long bytes = 0;
        for (Segment segment : log.segments()) {
            long from = Math.max(line, segment.firstLine());
            bytes += segment.endOffset() - segment.offsetOf(from);
        }
        return bytes;
    }
}
