package io.runwisp.model;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are wanted. What is empty or null lets everything pass.
 *
 * @param statuses phases and end reasons by their words: a run passes when one of them is its phase or its end reason
 * @param search a part of the unit's name or of the id, whatever the case; {@code %} and {@code _} in it are ignored
 * @param createdAfter the first instant that passes
 * @param createdBefore the last instant that passes
 */
public record RunFilter(Set<String> statuses, @Nullable String taskName, @Nullable String search,
        @Nullable Trigger trigger, @Nullable Instant createdAfter, @Nullable Instant createdBefore,
        @Nullable Integer exitCodeMin, @Nullable Integer exitCodeMax, boolean retriesOnly) {

    /** Lets every run pass. */
    public static final RunFilter ALL = new RunFilter(Set.of(), null, null, null, null, null, null, null, false);

    public RunFilter {
        statuses = Set.copyOf(statuses);
    }

    /** The runs of one unit. */
    public static RunFilter ofTask(String taskName) {
        return ALL.withTaskName(taskName);
    }

    /** The same, of these statuses. */
    public RunFilter withStatuses(Set<String> words) {
        return new RunFilter(words, taskName, search, trigger, createdAfter, createdBefore, exitCodeMin, exitCodeMax,
                retriesOnly);
    }

    /** The same, of this unit. */
    public RunFilter withTaskName(@Nullable String name) {
        return new RunFilter(statuses, name, search, trigger, createdAfter, createdBefore, exitCodeMin, exitCodeMax,
                retriesOnly);
    }

    /** The same, with this in the unit's name or in the id. */
    public RunFilter withSearch(@Nullable String part) {
        return new RunFilter(statuses, taskName, part, trigger, createdAfter, createdBefore, exitCodeMin, exitCodeMax,
                retriesOnly);
    }

    /** The same, with this trigger. */
    public RunFilter withTrigger(@Nullable Trigger wanted) {
        return new RunFilter(statuses, taskName, search, wanted, createdAfter, createdBefore, exitCodeMin, exitCodeMax,
                retriesOnly);
    }

    /** The same, created within these two instants, both included. */
    public RunFilter withCreated(@Nullable Instant after, @Nullable Instant before) {
        return new RunFilter(statuses, taskName, search, trigger, after, before, exitCodeMin, exitCodeMax, retriesOnly);
    }

    /** The same, with an exit code within these two, both included. */
    public RunFilter withExitCodes(@Nullable Integer min, @Nullable Integer max) {
        return new RunFilter(statuses, taskName, search, trigger, createdAfter, createdBefore, min, max, retriesOnly);
    }

    /** The same, retries only. */
    public RunFilter withRetriesOnly() {
        return new RunFilter(statuses, taskName, search, trigger, createdAfter, createdBefore, exitCodeMin, exitCodeMax,
                true);
    }
}
