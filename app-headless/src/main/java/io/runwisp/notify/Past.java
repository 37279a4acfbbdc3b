package io.runwisp.notify;

import io.runwisp.model.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What happened before, as the journal and the logs know it. */
interface Past {

    /**
     * How a unit behaves when all goes well.
     *
     * @param durations of its latest successes, newest first
     * @param known of how many of them the log is still there
     * @param printed how many of these printed anything
     */
    record Habit(List<Duration> durations, int known, int printed) {

        public Habit {
            durations = List.copyOf(durations);
        }
    }

    /**
     * Failures without a success between them.
     *
     * @param first when the first of them was; without meaning when there is none
     * @param failed them, newest first
     */
    record Streak(int failures, Instant first, List<Run> failed) {

        /** None. */
        static final Streak NONE = new Streak(0, Instant.EPOCH, List.of());

        public Streak {
            failed = List.copyOf(failed);
        }
    }

    /** How a unit behaves. */
    Habit habit(String unit);

    /** The failures of the same unit and replica just before a run. */
    Streak before(Run run);

    /** Whether a run has printed anything yet. */
    boolean hasPrinted(Run run);
}
