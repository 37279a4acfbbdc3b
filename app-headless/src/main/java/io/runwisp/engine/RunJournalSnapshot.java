package io.runwisp.engine;

import io.runwisp.model.Run;
import java.util.List;

/**
 * What the engine needs to know when it starts.
 *
 * @param unfinished the runs that are not over, in the order of their creation
 * @param awaitingRetry the ended runs whose retry is still to come, by the time it is due
 * @param openFacts what held when the journal was last written
 * @param lastEventSequence the number of the newest event, 0 when there was none
 */
public record RunJournalSnapshot(List<Run> unfinished, List<Run> awaitingRetry, List<Watermark> watermarks,
        List<Registration> registrations, List<Fact> openFacts, long lastEventSequence) {

    public RunJournalSnapshot {
        unfinished = List.copyOf(unfinished);
        awaitingRetry = List.copyOf(awaitingRetry);
        watermarks = List.copyOf(watermarks);
        registrations = List.copyOf(registrations);
        openFacts = List.copyOf(openFacts);
    }
}
