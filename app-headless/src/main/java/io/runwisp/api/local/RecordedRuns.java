package io.runwisp.api.local;

import io.runwisp.client.ApiProblem;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.store.RunQueries;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import java.util.Optional;

/** Finds the runs that clients name. */
record RecordedRuns(RunQueries runs) {

    /** @throws ApiProblem {@code run_unknown} */
    Run find(String id) {
        Optional<Run> found = RunId.isValid(id) ? runs.find(new RunId(id)) : Optional.empty();
        return found.orElseThrow(() -> unknown("There is no run " + id + ". It never was, or it was deleted."));
    }

    /** The same, when it belongs to a unit. */
    Run find(String unit, String id) {
        Run run = find(id);
        if (!run.taskName().equals(unit)) {
            throw unknown("Run " + id + " does not belong to " + unit + ".");
        }
        return run;
    }

    private static ApiProblem unknown(String text) {
        return new ApiProblem(Problem.of(ProblemCode.RUN_UNKNOWN, text));
    }
}
