package io.runwisp.view.log;

import io.runwisp.client.LogEvent;
import io.runwisp.client.LogQuery;
import io.runwisp.view.log.LogEntry.Gap;
import io.runwisp.view.log.LogEntry.Line;
import io.runwisp.wire.log.LogLine;
import io.runwisp.wire.log.LogPage;
import io.runwisp.wire.log.LogRegion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a log that somebody looks at. It follows what comes; whoever reads further up is not disturbed by it, and what does not fit any more is paged again
 * when it is wanted.
 */
public final class LogBook {

    /** How many lines are held. */
    public static final int MOST_LINES = 20_000;
    /** How many characters are held. */
    public static final long MOST_CHARACTERS = 8L * 1024 * 1024;

    /** Replicas come and go; who has more runs than this forgets the oldest and may be told a line twice. */
    private static final int MOST_RUNS = 1024;
    private static final int PAGE = LogQuery.USUAL;

    private final boolean merged;
    private final int mostLines;
    private final long mostCharacters;
    private final LogEntries entries = new LogEntries();
    private final Map<String, Long> told = new HashMap<>();
    private final LiveRegions regions = new LiveRegions();
    private long firstAvailable;
    private long total;
    private boolean following = true;
    private boolean atTail = true;
    private boolean complete;
    private boolean fetched;

    LogBook(boolean merged, int mostLines, long mostCharacters) {
        this.merged = merged;
        this.mostLines = mostLines;
        this.mostCharacters = mostCharacters;
    }

    /** An empty book for the log of a run. */
    public static LogBook ofRun() {
        return new LogBook(false, MOST_LINES, MOST_CHARACTERS);
    }

    /** An empty book for the log of all replicas of a service, in the order in which they are told. */
    public static LogBook ofService() {
        return new LogBook(true, MOST_LINES, MOST_CHARACTERS);
    }

    /** Something was told. */
    public void hear(LogEvent event) {
        fetched = true;
        switch (event) {
            case LogEvent.Line one -> append(new Line(null, 0, one.line()));
            case LogEvent.ServiceLine one ->
                append(new Line(one.line().runId(), one.line().replicaIndex(), one.line().line()));
            case LogEvent.Dropped dropped ->
                append(new Gap(merged ? dropped.gap().runId() : null, dropped.gap().after() + 1,
                        dropped.gap().count()));
            case LogEvent.Rotated rotated -> {
                if (!merged) {
                    firstAvailable = Math.max(firstAvailable, rotated.rotation().firstAvailable());
                }
            }
            case LogEvent.Region shown -> regions.show(shown.region());
            case LogEvent.Done _ -> {
                complete = true;
                regions.clear();
            }
        }
    }

    private void append(LogEntry entry) {
        long expected = expected(entry);
        if (entry.next() <= expected || entry instanceof Gap gap && gap.count() <= 0) {
            return;
        }
        boolean known = expected > Long.MIN_VALUE;
        if (!merged && !atTail) {
            note(entry);
            return;
        }
        if (known && entry.number() > expected) {
            // Nobody has announced it, and it must not look as if the lines followed each other.
            entries.addLast(new Gap(entry.runId(), expected, entry.number() - expected));
        }
        entries.addLast(entry instanceof Gap gap && known && gap.number() < expected
                ? new Gap(gap.runId(), expected, gap.next() - expected)
                : entry);
        note(entry);
        trim(!merged && !following);
    }

    private long expected(LogEntry entry) {
        if (merged) {
            return entry.runId() == null ? Long.MIN_VALUE : told.getOrDefault(entry.runId(), Long.MIN_VALUE);
        }
        if (entries.size() == 0) {
            return Long.MIN_VALUE;
        }
        return atTail ? end() : total;
    }

    private void note(LogEntry entry) {
        total = merged ? total + entry.next() - entry.number() : Math.max(total, entry.next());
        String run = entry.runId();
        if (run != null) {
            if (!told.containsKey(run) && told.size() == MOST_RUNS) {
                told.remove(Collections.min(told.keySet()));
            }
            told.put(run, entry.next());
        }
    }

    /** A page was fetched: it goes on with what is held at either end, fills a gap, or takes its place. */
    public void page(LogPage page) {
        fetched = true;
        firstAvailable = Math.max(firstAvailable, page.firstAvailable());
        complete |= page.finalized();
        long known = total;
        total = Math.max(total, page.totalLines());
        List<LogLine> lines = page.lines();
        if (merged || lines.isEmpty()) {
            return;
        }
        long first = lines.getFirst().n();
        long next = lines.getLast().n() + 1;
        if (entries.size() == 0) {
            replace(lines);
        } else if (next == start()) {
            lines.reversed().forEach(line -> entries.addFirst(new Line(null, 0, line)));
            trim(true);
        } else if (first == end()) {
            lines.forEach(line -> entries.addLast(new Line(null, 0, line)));
            trim(false);
        } else if (next < start() || first > end()) {
            replace(lines);
        } else {
            fill(lines);
        }
        atTail = end() >= Math.max(known, total) || atTail && end() >= known;
    }

    private void replace(List<LogLine> lines) {
        entries.clear();
        lines.forEach(line -> entries.addLast(new Line(null, 0, line)));
        trim(false);
    }

    /** Puts lines where a gap is; what is held already stays. */
    private void fill(List<LogLine> lines) {
        Map<Long, LogLine> found = new HashMap<>();
        lines.forEach(line -> found.put(line.n(), line));
        List<LogEntry> before = new ArrayList<>();
        while (entries.size() > 0) {
            before.add(entries.removeLast());
        }
        for (LogEntry entry : before.reversed()) {
            if (entry instanceof Gap gap) {
                fill(gap, lines);
            } else {
                entries.addLast(entry);
            }
        }
        trim(false);
    }

    private void fill(Gap gap, List<LogLine> lines) {
        long at = gap.number();
        for (LogLine line : lines) {
            if (line.n() >= at && line.n() < gap.next()) {
                if (line.n() > at) {
                    entries.addLast(new Gap(null, at, line.n() - at));
                }
                entries.addLast(new Line(null, 0, line));
                at = line.n() + 1;
            }
        }
        if (at < gap.next()) {
            entries.addLast(new Gap(null, at, gap.next() - at));
        }
    }

    private void trim(boolean newest) {
        while (entries.size() > 1 && (entries.size() > mostLines || entries.characters() > mostCharacters)) {
            if (newest) {
                entries.removeLast();
                atTail = false;
            } else {
                entries.removeFirst();
            }
        }
    }

    /** The entries that are held. */
    public LogEntries entries() {
        return entries;
    }

    /** Somebody reads further up, or comes back to the end. To be back at the end may need a page, see {@link #newer}. */
    public void follow(boolean wanted) {
        following = wanted;
    }

    /** What to ask for to have the end of the log: at first, and when somebody comes back to an end that is not held. */
    public static LogQuery tail() {
        return LogQuery.lines(LogQuery.USUAL_FROM, LogQuery.USUAL);
    }

    /** What to ask for to go on before the first line; empty at the beginning of the log. */
    public Optional<LogQuery> older() {
        if (merged || entries.size() == 0 || start() <= firstAvailable) {
            return Optional.empty();
        }
        long from = Math.max(firstAvailable, start() - PAGE);
        return Optional.of(LogQuery.lines(from, (int) (start() - from)));
    }

    /** What to ask for to go on behind the last line; empty when the end is held. */
    public Optional<LogQuery> newer() {
        return merged || atTail || entries.size() == 0 ? Optional.empty() : Optional.of(LogQuery.lines(end(), PAGE));
    }

    /** What to ask for to fill a gap, as far as a page goes; empty when it cannot be filled. */
    public Optional<LogQuery> missing(Gap gap) {
        long from = Math.max(gap.number(), firstAvailable);
        return merged || from >= gap.next()
                ? Optional.empty()
                : Optional.of(LogQuery.lines(from, (int) Math.min(PAGE, gap.next() - from)));
    }

    /** Whether the end of the log is shown as it grows. */
    public boolean following() {
        return following && atTail;
    }

    /** Whether nothing will be added any more. */
    public boolean complete() {
        return complete;
    }

    /** Whether anything has been heard of it yet. */
    public boolean fetched() {
        return fetched;
    }

    /** How many lines the log has had so far. */
    public long total() {
        return total;
    }

    /** How many lines at its beginning are gone. */
    public long gone() {
        return firstAvailable;
    }

    /** How many lines are missing between those that are held. */
    public long missed() {
        return entries.missing();
    }

    /** How many lines there are behind the last one that is held. */
    public long behind() {
        return merged || entries.size() == 0 ? 0 : Math.max(0, total - end());
    }

    /** What is still redrawn below the last line, top first. */
    public List<LogRegion> regions() {
        return regions.all();
    }

    private long start() {
        return entries.get(0).number();
    }

    private long end() {
        return entries.last().next();
    }
}
