package io.runwisp.engine;

import io.runwisp.engine.definition.RunRules;
import io.runwisp.model.StopOrder;

/** What can happen to a run. */
sealed interface RunInput {

    /** Which of its rows this is about. */
    enum Row {
        /** The one with which it begins. */
        CREATED,
        /** The one that tells of its process. */
        STARTED,
        /** The one that tells of the order to end. */
        STOP,
        /** The last one. */
        ENDED
    }

    /** A row of it is on the disk. */
    record Saved(Row row) implements RunInput {
    }

    /** A row of it is not on the disk and will not be. */
    record NotSaved(Row row, String reason) implements RunInput {
    }

    /** It is its turn. */
    record Admitted(RunRules rules) implements RunInput {
    }

    /** Its process has something to tell. */
    record Reported(ProcessReport report) implements RunInput {
    }

    /**
     * It shall end.
     *
     * @param why for people
     * @param journalWell whether the order can be written down first
     */
    record Stop(StopOrder order, String why, boolean journalWell) implements RunInput {
    }

    /** It shall end at once: no more patience. */
    record Kill(StopOrder order, String why) implements RunInput {
    }

    /** The journal cannot write for now. */
    record JournalStuck() implements RunInput {
    }

    /** A deadline of it may be over. */
    record Due() implements RunInput {
    }
}
