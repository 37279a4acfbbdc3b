package io.runwisp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.RunJournal.Admission;
import io.runwisp.engine.RunJournalChange.SaveRun;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whoever waits for the disk learns what became of the batch, or that it is not known yet. */
class CommitTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<RunJournalChange> batch = List.of(new SaveRun(new SampleRuns().pending("a")));

    /** What a journal does with a receipt is all that counts here. */
    private record Answering(RunJournal journal, Function<RunJournalReceipt, Admission> answer)
            implements
                RunJournalLayer {

        @Override
        public Admission write(List<RunJournalChange> batch, RunJournalReceipt receipt) {
            return answer.apply(receipt);
        }
    }

    private static RunJournal journal(Function<RunJournalReceipt, Admission> answer) {
        return new Answering(new FakeRunJournal(), answer);
    }

    @Test
    void whatIsOnTheDiskIsDone() {
        FakeRunJournal journal = new FakeRunJournal();
        assertEquals(new Commit.Done(), Commit.within(LONG, journal, batch));
        assertEquals(1, journal.recover().unfinished().size());
        assertEquals(new Commit.Done(), Commit.of(journal, batch));
    }

    @Test
    void whatTheJournalDoesNotTakeIsToldAtOnce() {
        for (Admission why : List.of(Admission.FULL, Admission.CLOSED)) {
            assertEquals(new Commit.NotTaken(why), Commit.within(LONG, journal(_ -> why), batch));
            assertEquals(new Commit.NotTaken(why), Commit.of(journal(_ -> why), batch));
        }
    }

    @Test
    void whatIsRefusedIsToldWithItsReason() {
        RunJournal damaged = journal(receipt -> {
            Thread.startVirtualThread(() -> receipt.refused("damaged"));
            return Admission.ACCEPTED;
        });
        assertEquals(new Commit.Refused("damaged"), Commit.within(LONG, damaged, batch));
        assertEquals(new Commit.Refused("damaged"), Commit.of(damaged, batch));
    }

    @Test
    void aDiskThatDoesNotAnswerIsWaitedForNoLongerThanAllowed() {
        assertEquals(new Commit.Late(),
                Commit.within(Duration.ofMillis(1), journal(_ -> Admission.ACCEPTED), batch));
    }

    @Test
    void whoIsInterruptedWaitsNoMoreAndIsStillInterrupted() {
        RunJournal silent = journal(_ -> Admission.ACCEPTED);
        Thread.currentThread().interrupt();
        assertEquals(new Commit.Interrupted(), Commit.within(LONG, silent, batch));
        assertTrue(Thread.interrupted());
    }

    @Test
    void whoWaitsForTheDecisionIsNotInterrupted() {
        RunJournal slow = journal(receipt -> {
            Thread.startVirtualThread(() -> {
                receipt.committed(List.of());
            });
            return Admission.ACCEPTED;
        });
        Thread.currentThread().interrupt();
        assertEquals(new Commit.Done(), Commit.of(slow, batch));
        assertTrue(Thread.interrupted());
    }
}
