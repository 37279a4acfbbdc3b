package io.runwisp.engine;

import io.runwisp.model.EndReason;
import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.RunOrigin;
import io.runwisp.model.RunStart;
import io.runwisp.model.StopCause;
import io.runwisp.model.StopOrder;
import io.runwisp.model.StopSignal;
import io.runwisp.model.Trigger;
import io.runwisp.model.UlidSequence;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Runs for tests, each a minute after the one before. */
public final class SampleRuns {

    /** When the first one is created. */
    public static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    private final AtomicLong clock = new AtomicLong(BEGIN.toEpochMilli());
    private final UlidSequence ids = new UlidSequence(clock::get, new Random(7));

    /** A new run that waits. */
    public Run pending(String task) {
        Run run = Run.pending(ids.next(), task, 0, RunOrigin.first(Trigger.CRON, now()));
        clock.addAndGet(60_000);
        return run;
    }

    /** A new run that has started. */
    public Run running(String task) {
        Run run = pending(task);
        return run.withStart(new RunStart(run.origin().createdAt().plusMillis(5), "a.log", null));
    }

    /** A new run that is over. */
    public Run ended(String task, EndReason reason, int exitCode) {
        return ended(running(task), reason, exitCode);
    }

    /** The run, over. */
    public static Run ended(Run run, EndReason reason, int exitCode) {
        return run.withEnd(new RunEnd(run.origin().createdAt().plusSeconds(3), reason, exitCode,
                reason != EndReason.SUCCESS, Duration.ofMillis(2995), null));
    }

    /** A new run in which nothing is missing. */
    public Run complete(String task) {
        Map<String, @Nullable String> params = new LinkedHashMap<>();
        params.put("who", "it's \"them\" \u2603\n");
        params.put("absent", null);
        RunId first = ids.next();
        RunOrigin origin = new RunOrigin(Trigger.HOOK, now(), now().minusSeconds(1), 2, first, params, "job-17");
        ProcessIdentity process = new ProcessIdentity(4711, 815, "b00t", 4711, List.of(9_000_000_001L, 17L));
        return new Run(ids.next(), task, 3, origin, new RunStart(now().plusMillis(1), "x_1.log", process),
                new StopOrder(StopCause.TIMEOUT, Duration.ofMillis(5500), StopSignal.SIGINT),
                new RunEnd(now().plusSeconds(9), EndReason.TIMEOUT, 130, true, Duration.ofMillis(8999),
                        new RunEnd.Usage(123_456_789, Duration.ofMillis(77))),
                now().plusSeconds(30), "stopped after 9 s", now().plusSeconds(99));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.get());
    }
}
