package io.runwisp.wire.run;

import io.runwisp.model.RunFilter;
import io.runwisp.model.Trigger;
import io.runwisp.wire.json.Words;
import java.time.Instant;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are meant; what is absent lets every run pass.
 *
 * @param status phases and end reasons by their words, with commas between them
 * @param search a part of the unit's name or of the id
 * @param createdAfter the first instant that passes
 * @param createdBefore the last instant that passes
 */
public record RunCriteria(@Nullable String status, @Nullable String taskName, @Nullable String search,
        @Words(Trigger.class) @Nullable String triggeredBy, @Nullable Instant createdAfter,
        @Nullable Instant createdBefore, @Nullable Integer exitCodeMin, @Nullable Integer exitCodeMax,
        @Nullable Boolean retriesOnly) {

    /** What a filter lets pass. */
    public static RunCriteria of(RunFilter filter) {
        Trigger trigger = filter.trigger();
        return new RunCriteria(
                filter.statuses().isEmpty() ? null : String.join(",", new TreeSet<>(filter.statuses())),
                filter.taskName(), filter.search(), trigger == null ? null : trigger.word(), filter.createdAfter(),
                filter.createdBefore(), filter.exitCodeMin(), filter.exitCodeMax(), filter.retriesOnly() ? true : null);
    }
}
