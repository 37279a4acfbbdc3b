package io.runwisp.web;

import io.runwisp.client.ApiFailure;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.JoinedDaemonApi;
import io.runwisp.client.LogEvent;
import io.runwisp.client.LogQuery;
import io.runwisp.client.StreamListener;
import io.runwisp.client.StreamOperations;
import io.runwisp.client.Subscription;
import io.runwisp.time.MonotonicClock;
import io.runwisp.view.screen.ConsoleLines;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.log.LogDone;
import io.runwisp.wire.log.LogDropped;
import io.runwisp.wire.log.LogLine;
import io.runwisp.wire.log.LogRegion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The output of a run, or of all replicas of a service, on its way to a page: collected, and taken a few times a second. Whoever tells it of lines waits while
 * the page does not read; the log then leaves out what is too much, and says so.
 */
final class Console implements StreamListener<LogEvent>, AutoCloseable {

    /** It is not taken more often. */
    private static final Duration REST = Duration.ofMillis(250);
    /** What a line weighs beside its text. */
    private static final int LINE = 64;

    private final String slot;
    private final Budget budget;
    private final MonotonicClock clock;
    private final Runnable wake;
    private @Nullable Subscription subscription;
    private volatile boolean closed;
    private boolean afresh = true;
    private boolean waiting;
    private long restUntil;
    private int held;
    private List<ConsoleLines.Line> lines = new ArrayList<>();
    private List<LogDropped> dropped = new ArrayList<>();
    private Map<String, LogRegion> regions = new LinkedHashMap<>();
    private @Nullable Long firstAvailable;
    private @Nullable LogDone done;
    private @Nullable Problem gone;

    Console(String slot, Budget budget, MonotonicClock clock, Runnable wake) {
        this.slot = slot;
        this.budget = budget;
        this.clock = clock;
        this.wake = wake;
        restUntil = clock.nanos();
    }

    /**
     * Begins.
     *
     * @throws ApiFailure when there is no such log
     */
    void open(JoinedDaemonApi api, Map<String, String> query) {
        String task = query.get("task");
        String run = query.get("run");
        if (task == null || task.isEmpty()) {
            throw Wanted.invalid("query.task", "must be there");
        }
        Subscription opened = run == null || run.isEmpty()
                ? api.serviceLogStream(task, replay(query), this)
                : api.logStream(task, run, number(query, "from", LogQuery.USUAL_FROM), replay(query), this);
        synchronized (this) {
            subscription = opened;
        }
    }

    private static int replay(Map<String, String> query) {
        return Math.clamp(number(query, "replay", StreamOperations.USUAL_REPLAY), 1,
                StreamOperations.MOST_REPLAY);
    }

    private static long number(Map<String, String> query, String key, long usual) {
        String text = query.get(key);
        try {
            return text == null || text.isEmpty() ? usual : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Wanted.invalid("query." + key, "must be a whole number");
        }
    }

    @Override
    public void next(LogEvent event) {
        int size = LINE + switch (event) {
            case LogEvent.Line(LogLine line) -> line.text().length();
            case LogEvent.ServiceLine line -> line.line().line().text().length();
            case LogEvent.Region(LogRegion region) -> region.rows().stream().mapToInt(String::length).sum();
            case LogEvent.Rotated _,LogEvent.Dropped _,LogEvent.Done _ -> 0;
        };
        if (budget.take(size, () -> closed)) {
            boolean first;
            synchronized (this) {
                held += size;
                add(event);
                first = !waiting;
                waiting = true;
            }
            if (first) {
                wake.run();
            }
        }
    }

    private void add(LogEvent event) {
        switch (event) {
            case LogEvent.Line(LogLine line) -> lines.add(new ConsoleLines.Line(line, null, null));
            case LogEvent.ServiceLine tagged -> lines.add(new ConsoleLines.Line(tagged.line().line(),
                    tagged.line().runId(), tagged.line().replicaIndex()));
            case LogEvent.Rotated rotated -> firstAvailable = rotated.rotation().firstAvailable();
            case LogEvent.Dropped(LogDropped gap) -> dropped.add(gap);
            case LogEvent.Region(LogRegion region) -> regions.put(region.stream() + " " + region.runId(), region);
            case LogEvent.Done(LogDone end) -> done = end;
        }
    }

    @Override
    public void ended(@Nullable ApiFailure why) {
        if (why != null) {
            synchronized (this) {
                gone = why instanceof ApiProblem problem
                        ? problem.problem()
                        : Problem.of(ProblemCode.INTERNAL, "The log cannot be read any more: " + why.getMessage());
                waiting = true;
            }
            wake.run();
        }
    }

    /** How long there is nothing to take; null when nobody knows. */
    synchronized @Nullable Long dueIn(long now) {
        return waiting ? restUntil - now : null;
    }

    /** Why it cannot go on, or null. */
    synchronized @Nullable Problem gone() {
        return lines.isEmpty() ? gone : null;
    }

    /** What has come; null when there is nothing, or it was taken just now. */
    @Nullable
    ConsoleLines take() {
        ConsoleLines taken;
        int size;
        synchronized (this) {
            if (!waiting || restUntil - clock.nanos() > 0 || gone != null && lines.isEmpty()) {
                return null;
            }
            taken = new ConsoleLines(slot, afresh, lines, dropped, firstAvailable, List.copyOf(regions.values()), done);
            size = held;
            afresh = false;
            waiting = gone != null;
            held = 0;
            lines = new ArrayList<>();
            dropped = new ArrayList<>();
            regions = new LinkedHashMap<>();
            firstAvailable = null;
            done = null;
            restUntil = clock.nanos() + REST.toNanos();
        }
        budget.give(size);
        return taken;
    }

    /** Ends it; called without any lock. */
    @Override
    public void close() {
        closed = true;
        budget.stir();
        Subscription open;
        synchronized (this) {
            open = subscription;
        }
        if (open != null) {
            open.close();
        }
        synchronized (this) {
            budget.give(held);
            held = 0;
        }
    }
}
