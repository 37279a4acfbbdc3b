package io.runwisp.engine.simulation;

import io.runwisp.engine.Moment;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalSnapshot;
import io.runwisp.engine.definition.UnitDefinition;
import java.util.List;

/** What a starting daemon writes about the runs of a dead one before its engine begins. */
interface Recovery {

    /** The changes, for what the journal holds and these units. */
    List<RunJournalChange> mark(RunJournalSnapshot past, List<UnitDefinition> units, Moment now);
}
