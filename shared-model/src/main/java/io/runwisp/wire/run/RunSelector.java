package io.runwisp.wire.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A choice of runs: some by their ids, or all that fit, or what one deletion has taken.
 *
 * @param ids the runs, when not all that fit are meant
 * @param matchAll whether all that fit are meant
 * @param exceptIds runs that are not meant although they fit
 * @param filter what they must fit when all are meant
 * @param upTo the newest run that is meant when all are: those that were recorded after it are not
 * @param endedBy when all are meant, those that ended after this instant are not
 * @param deletion what that deletion has taken is meant; only for a restoration
 */
public record RunSelector(List<String> ids, @Nullable Boolean matchAll, List<String> exceptIds,
        @Nullable RunCriteria filter, @Nullable String upTo, @Nullable Instant endedBy, @Nullable Instant deletion) {

    public RunSelector {
        ids = List.copyOf(ids);
        exceptIds = List.copyOf(exceptIds);
    }

    /** These runs. */
    public static RunSelector named(List<String> ids) {
        return new RunSelector(ids, null, List.of(), null, null, null, null);
    }

    /** All that fit, but for these. */
    public static RunSelector all(@Nullable RunCriteria filter, List<String> except) {
        return new RunSelector(List.of(), true, except, filter, null, null, null);
    }

    /** What a deletion has taken. */
    public static RunSelector takenBy(Instant deletion) {
        return new RunSelector(List.of(), null, List.of(), null, null, null, deletion);
    }

    /** The same, without those that were recorded after this run, and without those that ended after this instant. */
    public RunSelector asOf(@Nullable String newest, @Nullable Instant instant) {
        return new RunSelector(ids, matchAll, exceptIds, filter, newest, instant, deletion);
    }
}
