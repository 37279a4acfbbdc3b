package io.runwisp.output.read.search;

import io.runwisp.model.RunId;
import java.util.List;
import java.util.Optional;

/** Knows the runs whose logs can be searched. Runs that were deleted, if only softly, are not among them. */
public interface SearchedRuns {

    /**
     * The runs of a unit, newest first, which is by falling id.
     *
     * @param newest the run to begin with, or with the next older one when it is gone; empty for the newest of all
     * @param limit the most runs wanted
     */
    List<SearchedRun> newestFirst(String unit, Optional<RunId> newest, int limit);

    /** One run of a unit. */
    Optional<SearchedRun> one(String unit, RunId run);
}
