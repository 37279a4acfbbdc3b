package io.runwisp.client;

import io.runwisp.wire.log.LogPage;
import io.runwisp.wire.log.SearchPage;

/** The part of {@link DaemonApi} about what runs have printed. */
public interface LogOperations {

    /**
     * A page of a log. It may end early, and then says where to go on.
     *
     * @throws ApiProblem {@code run_unknown} or {@code log_unknown}
     */
    LogPage log(String unit, String run, LogQuery query);

    /**
     * A whole log as it lies on disk.
     *
     * @return to be copied and closed
     * @throws ApiProblem {@code run_unknown} or {@code log_unknown}
     */
    RawLog rawLog(String unit, String run);

    /**
     * Searches the logs of a unit, newest run first. Each call looks at a number of runs; the cursor of its answer goes on.
     *
     * @throws ApiProblem {@code bad_search} or {@code search_timeout}
     */
    SearchPage searchLogs(String unit, LogSearch search);
}
