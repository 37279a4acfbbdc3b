package io.runwisp.wire.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A choice of runs: some by their ids, or all that fit.
 *
 * @param ids the runs, when not all that fit are meant
 * @param matchAll whether all that fit are meant
 * @param exceptIds runs that are not meant although they fit
 * @param filter what they must fit when all are meant
 */
public record RunSelector(List<String> ids, @Nullable Boolean matchAll, List<String> exceptIds,
        @Nullable RunCriteria filter) {

    public RunSelector {
        ids = List.copyOf(ids);
        exceptIds = List.copyOf(exceptIds);
    }
}
