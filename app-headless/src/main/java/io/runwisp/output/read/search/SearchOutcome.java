package io.runwisp.output.read.search;

import java.util.List;
import java.util.Optional;

/** What came of a search. */
public sealed interface SearchOutcome {

    /**
     * Lines that match, newest run first, the lines of a run in their order.
     *
     * @param nextCursor where to go on; empty when everything has been searched
     * @param scannedRuns how many runs were looked into
     */
    record Found(List<SearchHit> hits, Optional<String> nextCursor, int scannedRuns) implements SearchOutcome {

        public Found {
            hits = List.copyOf(hits);
        }

        /** Whether everything has been searched. */
        public boolean exhausted() {
            return nextCursor.isEmpty();
        }
    }

    /** The deadline has passed; what was found until then, with a cursor to go on. */
    record OutOfTime(Found soFar) implements SearchOutcome {
    }

    /** The query cannot be searched for; nothing was read. */
    record BadQuery(String reason) implements SearchOutcome {
    }

    /** The cursor is not one of ours; nothing was read. */
    record BadCursor(String reason) implements SearchOutcome {
    }
}
