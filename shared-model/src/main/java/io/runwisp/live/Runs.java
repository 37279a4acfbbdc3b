package io.runwisp.live;

import io.runwisp.model.RunFilter;
import io.runwisp.model.RunPhase;
import io.runwisp.wire.run.Run;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be said of runs without asking. */
public final class Runs {

    private static final List<String> PHASES = Stream.of(RunPhase.PENDING, RunPhase.RUNNING, RunPhase.ENDED)
        .map(RunPhase::word)
        .toList();

    private Runs() {
    }

    /** Whether a row of a run is at least as far as another row of the same run. */
    static boolean isNotBefore(Run row, Run other) {
        return phase(row) >= phase(other);
    }

    /** Whether a run is one of those that are wanted. The daemon decides alike. */
    public static boolean fits(Run run, RunFilter filter) {
        return (filter.statuses().isEmpty() || filter.statuses().contains(run.status())
                || run.endReason() != null && filter.statuses().contains(run.endReason()))
                && (filter.taskName() == null || filter.taskName().equals(run.taskName()))
                && (filter.trigger() == null || filter.trigger().word().equals(run.triggeredBy()))
                && within(run.createdAt(), filter.createdAfter(), filter.createdBefore())
                && (filter.exitCodeMin() == null || run.exitCode() >= filter.exitCodeMin())
                && (filter.exitCodeMax() == null || run.exitCode() <= filter.exitCodeMax())
                && (!filter.retriesOnly() || run.retryAttempt() > 0)
                && found(run, filter.search());
    }

    private static boolean within(Instant at, @Nullable Instant after, @Nullable Instant before) {
        return (after == null || !at.isBefore(after)) && (before == null || !at.isAfter(before));
    }

    private static boolean found(Run run, @Nullable String search) {
        if (search == null) {
            return true;
        }
        String needle = search.replace("%", "").replace("_", "").toLowerCase(Locale.ROOT);
        return run.taskName().toLowerCase(Locale.ROOT).contains(needle)
                || run.id().toLowerCase(Locale.ROOT).contains(needle);
    }

    /** A word of a newer daemon counts as the end, so that nothing takes it back. */
    private static int phase(Run run) {
        int phase = PHASES.indexOf(run.status());
        return phase < 0 ? PHASES.size() : phase;
    }
}
