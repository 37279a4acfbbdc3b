package io.runwisp.store;

import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunPage;
import io.runwisp.model.RunSort;
import io.runwisp.model.RunStart;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a list of runs is, said as plainly as possible: all runs, filtered, sorted, cut. */
record NaiveList(List<Run> all) {

    RunPage page(RunFilter filter, RunSort sort, int limit, long offset) {
        Comparator<Run> order = order(sort.field()).thenComparing(Run::id);
        List<Run> found = all.stream()
            .filter(run -> run.deletedAt() == null && passes(filter, run))
            .sorted(sort.descending() ? order.reversed() : order)
            .toList();
        return new RunPage(found.stream().skip(offset).limit(limit).toList(), found.size());
    }

    private static Comparator<Run> order(RunSort.Field field) {
        Comparator<Run> created = Comparator.comparing(run -> run.origin().createdAt());
        return switch (field) {
            case CREATED_AT -> created;
            case TASK_NAME -> Comparator.comparing(Run::taskName).thenComparing(created);
            case STATUS -> Comparator.comparing(Run::outcome).thenComparing(created);
            case START_AT -> Comparator.comparing(run -> {
                RunStart start = run.start();
                return start == null ? run.origin().createdAt() : start.at();
            });
            case EXIT_CODE -> Comparator.comparingInt(NaiveList::exitCode).thenComparing(created);
            case DURATION -> Comparator.comparing(run -> {
                RunEnd end = run.end();
                Duration duration = end == null ? null : end.duration();
                return duration == null ? Duration.ZERO : duration;
            });
        };
    }

    private static int exitCode(Run run) {
        RunEnd end = run.end();
        return end == null ? 0 : end.exitCode();
    }

    private static boolean passes(RunFilter filter, Run run) {
        return (filter.taskName() == null || run.taskName().equals(filter.taskName()))
                && (filter.statuses().isEmpty() || filter.statuses().stream().anyMatch(word -> hasStatus(run, word)))
                && (filter.trigger() == null || run.origin().trigger() == filter.trigger())
                && (filter.exitCodeMin() == null || exitCode(run) >= filter.exitCodeMin())
                && (filter.exitCodeMax() == null || exitCode(run) <= filter.exitCodeMax())
                && (!filter.retriesOnly() || run.origin().retryAttempt() > 0)
                && (filter.createdAfter() == null || !run.origin().createdAt().isBefore(filter.createdAfter()))
                && (filter.createdBefore() == null || !run.origin().createdAt().isAfter(filter.createdBefore()))
                && isNamed(filter.search(), run);
    }

    private static boolean hasStatus(Run run, String word) {
        return run.phase().word().equals(word) || run.outcome().equals(word)
                || EndReason.ofWord(word).filter(reason -> reason.word().equals(run.outcome())).isPresent();
    }

    private static boolean isNamed(@Nullable String search, Run run) {
        if (search == null) {
            return true;
        }
        String part = search.replace("%", "").replace("_", "").toUpperCase(Locale.ROOT);
        return run.id().text().contains(part) || run.taskName().toUpperCase(Locale.ROOT).contains(part);
    }
}
