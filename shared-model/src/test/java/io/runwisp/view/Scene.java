package io.runwisp.view;

import io.runwisp.view.words.Now;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.ReplicaExit;
import io.runwisp.wire.unit.ReplicaStatus;
import io.runwisp.wire.unit.RunRules;
import io.runwisp.wire.unit.ServiceRules;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.TaskRules;
import io.runwisp.wire.unit.UnitNow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a daemon has, for screens in tests: it is Thursday, 26 November 2026, 03:20 in Berlin. */
public final class Scene {

    public static final Now NOW = new Now(Instant.parse("2026-11-26T02:20:00Z"), ZoneId.of("Europe/Berlin"));

    private static final RunRules RULES = new RunRules(null, null, null, null, null, null, null, null, List.of(),
            List.of(), null, null, null, null);

    private Scene() {
    }

    public static DaemonInfo daemon(@Nullable String stalled) {
        return new DaemonInfo("1", "quiet-otter", 9477, false, List.of(), List.of(), stalled == null, stalled, false,
                NOW.at(), false, "Europe/Berlin", "system");
    }

    /** A run that ended so many minutes ago. */
    public static Run ended(int number, String reason, int exit, int minutesAgo, Duration length) {
        Instant end = NOW.at().minus(Duration.ofMinutes(minutesAgo));
        return new Run(id(number), "backup", "ended", reason, exit, end.minus(length), end, "cron", end.minus(length),
                0, null, 0, null, null, null, null, length.toMillis(), null, null);
    }

    /** A run whose next try is due. */
    public static Run retried(Run run, Instant at) {
        return new Run(run.id(), run.taskName(), run.status(), run.endReason(), run.exitCode(), run.startAt(),
                run.endAt(), run.triggeredBy(), run.createdAt(), run.retryAttempt(), null, 0, null, null, at, null,
                run.durationMs(), null, null);
    }

    public static Run never(int number, String reason) {
        return new Run(id(number), "backup", "ended", reason, -1, null, NOW.at(), "cron", NOW.at(), 0, null, 0, null,
                null, null, null, null, null, null);
    }

    public static Run active(int number, String status, Duration ago) {
        Instant then = NOW.at().minus(ago);
        return new Run(id(number), "backup", status, null, 0, status.equals("pending") ? null : then, null, "api", then,
                0, null, 0, null, null, null, null, null, null, null);
    }

    public static TaskResponse task(UnitNow now, boolean trigger, @Nullable String cron, String overlap) {
        return new TaskResponse("backup", "task", "Tasks", null, trigger, now, RULES,
                new TaskRules(cron, null, cron == null ? null : "every day at 03:15", null, null, null, null, 1,
                        overlap, 100, 0, null, null, List.of()),
                null);
    }

    public static TaskResponse service(UnitNow now) {
        return service(now, null, false);
    }

    public static TaskResponse service(UnitNow now, @Nullable Duration settling, boolean healthChecked) {
        return new TaskResponse("api", "service", "Services", null, true, now, RULES, null, new ServiceRules(
                now.replicas().size(), null, null, null, settling, true, 0, List.of(), healthChecked));
    }

    public static UnitNow now(String state, @Nullable Run last, @Nullable Instant next) {
        return new UnitNow(state, false, List.of(), null, 0, null, next, last);
    }

    public static UnitNow replicas(String state, ReplicaStatus... replicas) {
        return new UnitNow(state, state.equals("stopped"), List.of(replicas), null, 0, null, null, null);
    }

    public static ReplicaStatus replica(int index, String state, int attempt, @Nullable Instant next) {
        return new ReplicaStatus(index, state, null, NOW.at().minus(Duration.ofHours(5)), attempt, next,
                attempt == 0 ? null : new ReplicaExit(id(1), "failed", 3, NOW.at()));
    }

    /** One that was started again a moment ago. */
    public static ReplicaStatus again(int index, int attempt, Duration ago) {
        return new ReplicaStatus(index, "running", null, NOW.at().minus(ago), attempt, null,
                new ReplicaExit(id(1), "failed", 3, NOW.at()));
    }

    public static String id(int number) {
        return "01JC7ZJ3R8Q6WX4T5N%08d".formatted(number);
    }
}
