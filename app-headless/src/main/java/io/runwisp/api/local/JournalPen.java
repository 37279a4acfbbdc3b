package io.runwisp.api.local;

import io.runwisp.api.host.Health;
import io.runwisp.client.ApiProblem;
import io.runwisp.engine.Commit;
import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalState;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import java.time.Duration;
import java.util.List;

/** Writes into the journal and waits until it is on the disk, within a bound. */
public record JournalPen(RunJournal journal) {

    /** How long the disk may take. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    /**
     * Writes changes that belong together.
     *
     * @throws ApiProblem {@code journal_stalled} when the disk takes nothing, or takes too long; {@code stopping} when the daemon is about to end
     */
    void write(RunJournalChange... batch) {
        if (journal.state() instanceof RunJournalState.Stalled(String reason)) {
            throw new ApiProblem(Health.stalled(reason));
        }
        switch (Commit.within(LONGEST, journal, List.of(batch))) {
            case Commit.Done _ -> {
            }
            case Commit.NotTaken(RunJournal.Admission why) -> throw why == RunJournal.Admission.CLOSED
                    ? new ApiProblem(Problem.of(ProblemCode.STOPPING, "The daemon is about to end."))
                    : new ApiProblem(Health.stalled("too much waits for the disk"));
            case Commit.Refused(String reason) ->
                throw new ApiProblem(Problem.of(ProblemCode.INTERNAL, "The change was refused: " + reason + "."));
            case Commit.Late _ -> throw unknown("the disk took longer than " + LONGEST.toSeconds() + " s");
            case Commit.Interrupted _ -> throw unknown("the wait for the disk was interrupted");
        }
    }

    private static ApiProblem unknown(String why) {
        return new ApiProblem(Health.stalled(why + "; the change may still be made"));
    }
}
