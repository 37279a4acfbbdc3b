package io.runwisp.output.read.search;

import com.google.re2j.PatternSyntaxException;
import io.runwisp.output.format.LogStream;
import io.runwisp.output.read.segment.OpenLog;
import io.runwisp.output.read.segment.Segment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Searches the logs of a unit, newest run first, the lines of a run in their order. */
public final class LogSearch {

    /** The most runs that one search looks into. */
    public static final int MOST_RUNS = 50;
    /** The most bytes of lines in the hits of one search, unless its only hit is longer. */
    public static final int MOST_BYTES = 1 << 20;

    private final SearchedRuns runs;

    /** A search in these runs. */
    public LogSearch(SearchedRuns runs) {
        this.runs = runs;
    }

    /** Searches until there are enough hits or runs, nothing is left, or time is up. */
    public SearchOutcome search(SearchRequest request, Deadline deadline) throws IOException {
        Optional<SearchCursor> cursor = request.cursor().flatMap(SearchCursor::of);
        if (request.cursor().isPresent() && cursor.isEmpty()) {
            return new SearchOutcome.BadCursor("The cursor is none that a search has handed out.");
        }
        Optional<SearchOutcome> refusal = refusal(request.query());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        try {
            LineFilter filter = request.regex()
                    ? LineFilter.expression(request.query(), request.caseSensitive())
                    : LineFilter.text(request.query(), request.caseSensitive());
            return new Pass(request, new SegmentSearch(filter, deadline), deadline).over(cursor);
        } catch (PatternSyntaxException e) {
            return new SearchOutcome.BadQuery("The expression is not valid RE2: " + e.getMessage());
        }
    }

    private static Optional<SearchOutcome> refusal(String query) {
        String reason = query.isEmpty()
                ? "The query is empty."
                : query.codePointCount(0, query.length()) > SearchRequest.LONGEST_QUERY
                        ? "The query has more than " + SearchRequest.LONGEST_QUERY + " characters."
                        : query.indexOf('\n') >= 0 ? "The query has a line end; lines are searched one by one." : "";
        return reason.isEmpty() ? Optional.empty() : Optional.of(new SearchOutcome.BadQuery(reason));
    }

    /** One search under way. */
    private final class Pass {

        private final SearchRequest request;
        private final SegmentSearch search;
        private final Deadline deadline;
        private final List<SearchHit> hits = new ArrayList<>();
        private long bytes;

        Pass(SearchRequest request, SegmentSearch search, Deadline deadline) {
            this.request = request;
            this.search = search;
            this.deadline = deadline;
        }

        SearchOutcome over(Optional<SearchCursor> cursor) throws IOException {
            List<SearchedRun> candidates = candidates(cursor);
            int scanned = 0;
            for (SearchedRun run : candidates) {
                long from = cursor.filter(at -> at.run().equals(run.run())).map(SearchCursor::line).orElse(0L);
                if (scanned == MOST_RUNS) {
                    return found(Optional.of(new SearchCursor(run.run(), from)), scanned);
                }
                scanned++;
                Optional<SearchCursor> stopped = searchRun(run, from);
                if (stopped.isPresent()) {
                    SearchOutcome.Found found = found(stopped, scanned);
                    return isFull() ? found : new SearchOutcome.OutOfTime(found);
                }
            }
            return found(Optional.empty(), scanned);
        }

        private List<SearchedRun> candidates(Optional<SearchCursor> cursor) {
            return request.run().isPresent()
                    ? runs.one(request.unit(), request.run().get()).stream().toList()
                    : runs.newestFirst(request.unit(), cursor.map(SearchCursor::run), MOST_RUNS + 1);
        }

        /** Where the search of the run stopped before its end. */
        private Optional<SearchCursor> searchRun(SearchedRun run, long from) throws IOException {
            try (OpenLog log = OpenLog.open(run.log())) {
                long next = Math.max(from, log.firstAvailable());
                for (Segment segment : log.segments()) {
                    if (next < segment.endLine()) {
                        next = search.search(segment, Math.max(next, segment.firstLine()),
                                (line, stream, text) -> add(run, line, stream, text));
                    }
                    if (isFull() || next < segment.endLine() || deadline.hasPassed() && next < log.endLine()) {
                        return Optional.of(new SearchCursor(run.run(), next));
                    }
                }
                return Optional.empty();
            }
        }

        private boolean add(SearchedRun run, long line, LogStream stream, String text) {
            hits.add(new SearchHit(run.run(), line, stream, text, run.createdMillis()));
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
            return !isFull();
        }

        private boolean isFull() {
            return hits.size() >= request.limit() || bytes >= MOST_BYTES;
        }

        private SearchOutcome.Found found(Optional<SearchCursor> next, int scanned) {
            return new SearchOutcome.Found(hits, next.map(SearchCursor::text), scanned);
        }
    }
}
