package io.runwisp.api.stream;

import io.runwisp.client.ApiProblem;
import io.runwisp.client.LogEvent;
import io.runwisp.event.EventHub;
import io.runwisp.event.EventSubscription;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.output.read.FollowEvent;
import io.runwisp.output.read.FollowStart;
import io.runwisp.output.read.LogFollow;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The log of a run: what is on disk, then what comes. Of a run that waits for its start it begins with the start; its end is told when the row of the run
 * says so too, so that whoever then asks for the run finds it ended.
 */
public final class LogFeed implements Feed<LogTiding> {

    private static final long NO_LINE = -1;

    private final StoredLogs logs;
    private final EventHub hub;
    private final Waker waker = new Waker();
    private final String unit;
    private final String id;
    private final FollowStart start;
    private final int replay;
    private @Nullable LogFollow follow;
    /** There while the row of the run is waited for. */
    private @Nullable EventSubscription rows;
    private @Nullable LogTiding end;
    private boolean done;

    /**
     * Begins.
     *
     * @throws ApiProblem when there is no such run, or it is over and has no log
     */
    public LogFeed(StoredLogs logs, EventHub hub, String unit, String id, FollowStart start, int replay) {
        this.logs = logs;
        this.hub = hub;
        this.unit = unit;
        this.id = id;
        this.start = start;
        this.replay = replay;
        Run run = logs.find(id).filter(found -> found.taskName().equals(unit)).orElseThrow(this::unknown);
        if (StoredLogs.hasLog(run)) {
            follow = logs.follow(run, start, replay, 1, waker);
        } else if (run.end() != null) {
            throw new ApiProblem(Problem.of(ProblemCode.LOG_UNKNOWN, "Run " + id + " of «" + unit
                    + "» has no log: it ended as " + run.outcome() + " without being started."));
        } else {
            watchRows();
        }
    }

    @Override
    public List<LogTiding> poll() {
        if (done) {
            return List.of();
        }
        LogFollow following = follow;
        if (following == null) {
            return awaitStart();
        }
        if (end != null) {
            return awaitEnd(end);
        }
        return lines(following);
    }

    @Override
    public Waker waker() {
        return waker;
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public void close() {
        LogFollow following = follow;
        if (following != null) {
            following.close();
        }
        forgetRows();
    }

    private List<LogTiding> awaitStart() {
        drainRows();
        Optional<Run> run = logs.find(id);
        if (run.isPresent() && StoredLogs.hasLog(run.get())) {
            forgetRows();
            LogFollow begun = logs.follow(run.get(), start, replay, 1, waker);
            follow = begun;
            return lines(begun);
        }
        return run.isPresent() && run.get().end() == null
                ? List.of()
                : last(new LogTiding(null, FollowedLines.done(NO_LINE)));
    }

    private List<LogTiding> lines(LogFollow following) {
        List<LogTiding> tidings;
        try {
            tidings = following.poll().stream().map(LogFeed::tiding).toList();
        } catch (IOException e) {
            throw StoredLogs.unreadable(new RunId(id), e);
        }
        if (!following.isDone()) {
            return tidings;
        }
        // Its end stands alone: it is told when there is nothing else to tell.
        LogTiding last = tidings.getLast();
        end = last;
        watchRows();
        return tidings.size() > 1 ? tidings.subList(0, tidings.size() - 1) : awaitEnd(last);
    }

    private List<LogTiding> awaitEnd(LogTiding last) {
        drainRows();
        boolean over = logs.find(id).map(run -> run.end() != null).orElse(true);
        return over ? last(last) : List.of();
    }

    private List<LogTiding> last(LogTiding tiding) {
        done = true;
        forgetRows();
        return List.of(tiding);
    }

    private static LogTiding tiding(FollowEvent event) {
        LogEvent told = FollowedLines.of(event);
        return new LogTiding(told instanceof LogEvent.Line(var line) ? Long.toString(line.n()) : null, told);
    }

    private void watchRows() {
        rows = hub.subscribe(null, EventKinds.RUNS::include, waker);
    }

    private void drainRows() {
        EventSubscription watched = rows;
        if (watched != null) {
            var _ = watched.poll();
        }
    }

    private void forgetRows() {
        EventSubscription watched = rows;
        if (watched != null) {
            rows = null;
            watched.close();
        }
    }

    private ApiProblem unknown() {
        return new ApiProblem(Problem.of(ProblemCode.RUN_UNKNOWN, "«" + unit + "» has no run " + id
                + ": it never had, or the run is gone. The list of its runs has those that are there."));
    }
}
