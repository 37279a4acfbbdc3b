package io.runwisp.client;

import io.runwisp.wire.Message;
import io.runwisp.wire.run.Affected;
import io.runwisp.wire.run.Reruns;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.RunPage;
import io.runwisp.wire.run.RunSelector;
import io.runwisp.wire.run.RunSummary;

/** The part of {@link DaemonApi} about runs. Every operation that takes an id may fail with {@code run_unknown}. */
public interface RunOperations {

    /** A piece of a list of runs. */
    RunPage runs(RunQuery query);

    /** How the recorded runs went. */
    RunSummary summary();

    /** A run. */
    Run run(String id);

    /**
     * Deletes a run and its log for good.
     *
     * @throws ApiProblem {@code run_active} while it is not over
     */
    void deleteRun(String unit, String id);

    /**
     * Stops a run, or takes it from the queue.
     *
     * @throws ApiProblem {@code run_not_running} when it is over
     */
    Message stopRun(String unit, String id);

    /**
     * Deletes those of many runs that are over. They disappear at once; for five seconds they can be restored, a little later they are gone.
     *
     * @throws ApiProblem {@code bad_selector}
     */
    Affected deleteRuns(RunSelector selector);

    /**
     * Takes a deletion back, as far as the runs are not gone yet.
     *
     * @throws ApiProblem {@code bad_selector}
     */
    Affected restoreRuns(RunSelector selector);

    /**
     * Stops those of many runs that are not over.
     *
     * @throws ApiProblem {@code bad_selector}
     */
    Affected cancelRuns(RunSelector selector);

    /**
     * Starts the tasks of many runs again, each task once. Services and tasks that may not be started from outside are passed over.
     *
     * @throws ApiProblem {@code bad_selector}
     */
    Reruns rerunRuns(RunSelector selector);
}
