package io.runwisp.view.runs;

import io.runwisp.client.RunQuery;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunSort;
import io.runwisp.model.Trigger;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which runs somebody wants to see, as they said it.
 *
 * @param statuses phases and end reasons by their words; none for all
 * @param task the only unit, or null
 * @param search a part of a unit's name or of an id, or null
 * @param from the first day or instant, or null
 * @param to the last day or instant, or null
 * @param exit a range of exit codes as it was written; while it cannot be read it is ignored
 */
public record RunsWanted(Set<String> statuses, @Nullable String task, @Nullable String search,
        @Nullable Trigger trigger, @Nullable Edge from, @Nullable Edge to, @Nullable String exit,
        boolean retriesOnly, RunSort sort) {

    /** All of them, newest first. */
    public static final RunsWanted ALL = new RunsWanted(Set.of(), null, null, null, null, null, null, false,
            RunSort.NEWEST);

    public RunsWanted {
        statuses = Collections.unmodifiableSet(new LinkedHashSet<>(statuses));
    }

    /** What the daemon is asked, for somebody who lives in this zone. */
    public RunFilter filter(ZoneId zone) {
        Optional<ExitCodes> codes = Optional.ofNullable(exit).flatMap(ExitCodes::read);
        RunFilter filter = RunFilter.ALL.withStatuses(statuses)
            .withTaskName(task)
            .withSearch(search)
            .withTrigger(trigger)
            .withCreated(from == null ? null : from.first(zone), to == null ? null : to.last(zone))
            .withExitCodes(codes.map(ExitCodes::min).orElse(null), codes.map(ExitCodes::max).orElse(null));
        return retriesOnly ? filter.withRetriesOnly() : filter;
    }

    /** A page of it, counted from 0; one that is further than anything is empty. */
    public RunQuery page(int page, int rows, ZoneId zone) {
        return new RunQuery(filter(zone), sort, rows, Math.clamp((long) page * rows, 0, Integer.MAX_VALUE));
    }

    /** Whether a range of exit codes was written that cannot be read. */
    public boolean exitIsWrong() {
        return exit != null && ExitCodes.read(exit).isEmpty();
    }

    /** Whether all runs are wanted, in whatever order. */
    public boolean everything() {
        return withSort(RunSort.NEWEST).equals(ALL);
    }

    /** The same, of these statuses. */
    public RunsWanted withStatuses(Set<String> words) {
        return new RunsWanted(words, task, search, trigger, from, to, exit, retriesOnly, sort);
    }

    /** The same, of this unit. */
    public RunsWanted withTask(@Nullable String name) {
        return new RunsWanted(statuses, name, search, trigger, from, to, exit, retriesOnly, sort);
    }

    /** The same, with this in the unit's name or in the id. */
    public RunsWanted withSearch(@Nullable String part) {
        return new RunsWanted(statuses, task, part, trigger, from, to, exit, retriesOnly, sort);
    }

    /** The same, asked for by this. */
    public RunsWanted withTrigger(@Nullable Trigger asked) {
        return new RunsWanted(statuses, task, search, asked, from, to, exit, retriesOnly, sort);
    }

    /** The same, of this time. */
    public RunsWanted within(@Nullable Edge first, @Nullable Edge last) {
        return new RunsWanted(statuses, task, search, trigger, first, last, exit, retriesOnly, sort);
    }

    /** The same, with these exit codes. */
    public RunsWanted withExit(@Nullable String range) {
        return new RunsWanted(statuses, task, search, trigger, from, to, range, retriesOnly, sort);
    }

    /** The same, retries only or not. */
    public RunsWanted withRetriesOnly(boolean only) {
        return new RunsWanted(statuses, task, search, trigger, from, to, exit, only, sort);
    }

    /** The same, in this order. */
    public RunsWanted withSort(RunSort order) {
        return new RunsWanted(statuses, task, search, trigger, from, to, exit, retriesOnly, order);
    }
}
