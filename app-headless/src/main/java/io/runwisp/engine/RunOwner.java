package io.runwisp.engine;

import io.runwisp.engine.definition.Command;
import io.runwisp.model.Run;
import java.util.List;

/** The unit that a run belongs to: it decides what comes before and after. */
interface RunOwner {

    /** What a process of this run executes. */
    Command command(Run run);

    /** The row is on the disk, and the run waits for its turn. */
    void ready(RunLife life, Moment now);

    /** The run has begun. */
    void begun(RunLife life, Moment now);

    /** The row could not be written: the run will not be. */
    void lost(RunLife life, Moment now);

    /** The run is over, and this is the last row that would be written: the owner may say what follows. */
    Conclusion conclude(RunLife life, EndReasons.Verdict verdict, Moment now);

    /** The last row is on the disk. */
    void over(RunLife life, Moment now);

    /**
     * The last row of a run.
     *
     * @param further what is written together with it
     */
    record Conclusion(Run row, List<RunJournalChange> further) {

        public Conclusion {
            further = List.copyOf(further);
        }
    }
}
