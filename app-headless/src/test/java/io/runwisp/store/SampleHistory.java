package io.runwisp.store;

import io.runwisp.engine.SampleRuns;
import io.runwisp.model.EndReason;
import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.RunOrigin;
import io.runwisp.model.RunStart;
import io.runwisp.model.Trigger;
import io.runwisp.model.UlidSequence;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A history such as a busy machine has: few units run most of the time, most runs go well, each unit has its own way to fail. */
final class SampleHistory {

    private static final long STEP_MS = 16_000;
    private static final List<String> WORDS = List.of("backup", "sync", "report", "mail", "index", "cleanup", "import",
            "export", "probe", "billing");
    /** How many of a thousand runs do not end in success, and how. */
    private static final Map<EndReason, Integer> BAD = Map.of(EndReason.FAILED, 40, EndReason.SKIPPED, 10,
            EndReason.STOPPED, 6, EndReason.TIMEOUT, 5, EndReason.MISSED, 3, EndReason.CRASHED, 2,
            EndReason.QUEUE_FULL, 2, EndReason.LOG_OVERFLOW, 1, EndReason.START_FAILED, 1, EndReason.UNHEALTHY, 1);

    private final long stepMs;
    private final Random random;
    private final AtomicLong clock = new AtomicLong(SampleRuns.BEGIN.toEpochMilli());
    private final UlidSequence ids;
    private final int units;
    private final double[] shares;

    SampleHistory(int units, long seed) {
        this(units, seed, STEP_MS);
    }

    /** @param stepMs the longest time between two runs */
    SampleHistory(int units, long seed, long stepMs) {
        this.stepMs = stepMs;
        random = new Random(seed);
        ids = new UlidSequence(clock::get, random);
        this.units = units;
        shares = new double[units];
        double sum = 0;
        for (int i = 0; i < units; i++) {
            sum += 1.0 / (i + 1);
            shares[i] = sum;
        }
    }

    /** The name of a unit; 0 has most runs. */
    static String unit(int number) {
        return WORDS.get(number % WORDS.size()) + (number % 3 == 0 ? "_db-" : "-") + number;
    }

    /** When the next run is created, at the earliest. */
    Instant now() {
        return Instant.ofEpochMilli(clock.get());
    }

    /** The next run. */
    Run next() {
        clock.addAndGet(random.nextInt(8) == 0 ? 0 : 1 + random.nextLong(stepMs));
        int number = unitNumber();
        EndReason reason = reason();
        int attempt = random.nextInt(100) < 3 ? 1 + random.nextInt(3) : 0;
        RunId id = ids.next();
        Instant created = now();
        RunOrigin origin = new RunOrigin(trigger(number), created, created, attempt, attempt == 0 ? null : id, Map.of(),
                null);
        Run run = Run.pending(id, unit(number), random.nextInt(50) == 0 ? 1 : 0, origin);
        return ended(run, reason, number);
    }

    /** The next run, which is not over. */
    Run unfinished() {
        Run run = next();
        Run pending = Run.pending(run.id(), run.taskName(), 0, run.origin());
        RunStart start = run.start();
        return start == null ? pending : pending.withStart(start);
    }

    private int unitNumber() {
        int found = Arrays.binarySearch(shares, random.nextDouble() * shares[units - 1]);
        return Math.min(units - 1, found < 0 ? -found - 1 : found);
    }

    private EndReason reason() {
        int roll = random.nextInt(1000);
        for (EndReason reason : EndReason.values()) {
            roll -= BAD.getOrDefault(reason, 0);
            if (roll < 0) {
                return reason;
            }
        }
        return EndReason.SUCCESS;
    }

    /** Each unit has its own trigger; now and then somebody starts it by hand. */
    private Trigger trigger(int number) {
        if (random.nextInt(100) < 2) {
            return Trigger.API;
        }
        return switch (number % 10) {
            case 7 -> Trigger.SERVICE;
            case 8 -> Trigger.HOOK;
            case 9 -> Trigger.STARTUP;
            default -> Trigger.CRON;
        };
    }

    private Run ended(Run run, EndReason reason, int number) {
        Instant created = run.origin().createdAt();
        if (reason == EndReason.SKIPPED || reason == EndReason.MISSED || reason == EndReason.QUEUE_FULL) {
            return run.withEnd(RunEnd.without(created, reason, reason == EndReason.QUEUE_FULL))
                .withMessage("task already running");
        }
        Instant begun = created.plusMillis(random.nextInt(20) == 0 ? random.nextLong(600_000) : random.nextLong(40));
        Duration duration = Duration.ofMillis((long) Math.exp(number % 7 + random.nextGaussian() + 3));
        boolean success = reason == EndReason.SUCCESS;
        long pid = 1000L + random.nextInt(4_000_000);
        RunStart start = new RunStart(begun, log(run), new ProcessIdentity(pid, begun.toEpochMilli() / 10,
                "3f0c9a52-5d0e-4c39-8f0c-1d2f3a4b5c6d", pid, List.of(pid * 3, pid * 3 + 1)));
        RunEnd end = new RunEnd(begun.plus(duration), reason, exitCode(reason, number), !success, duration,
                new RunEnd.Usage(1_000_000 + random.nextLong(400_000_000), Duration.ofMillis(duration.toMillis() / 3)));
        return run.withStart(start).withEnd(end).withMessage(success ? null : "exit code " + end.exitCode());
    }

    private static String log(Run run) {
        String id = run.id().text();
        return "20260301_000000_" + id.substring(id.length() - 4) + ".log";
    }

    private int exitCode(EndReason reason, int number) {
        return switch (reason) {
            case SUCCESS -> 0;
            case FAILED -> random.nextBoolean() ? 1 : number % 5 + 2;
            case TIMEOUT, STOPPED -> 143;
            case CRASHED -> RunEnd.UNSEEN;
            default -> RunEnd.NEVER_STARTED;
        };
    }

    /** The same run, deleted soon after its end. */
    static Run deleted(Run run) {
        @Nullable
        RunEnd end = run.end();
        return end == null ? run : run.withDeletedAt(end.at().plusSeconds(60));
    }
}
