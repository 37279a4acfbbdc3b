package io.runwisp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.RunJournal.Admission;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.CloseFact;
import io.runwisp.engine.RunJournalChange.DeleteRun;
import io.runwisp.engine.RunJournalChange.DropRegistration;
import io.runwisp.engine.RunJournalChange.DropWatermark;
import io.runwisp.engine.RunJournalChange.ForgetFacts;
import io.runwisp.engine.RunJournalChange.MoveWatermark;
import io.runwisp.engine.RunJournalChange.OpenFact;
import io.runwisp.engine.RunJournalChange.SaveRegistration;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal does, in memory or on a disk. */
public abstract class RunJournalContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SampleRuns runs = new SampleRuns();
    private RunJournal journal = new FakeRunJournal();

    /** A journal that holds nothing. */
    protected abstract RunJournal open() throws Exception;

    /** What the journal holds of this run. */
    protected abstract Optional<Run> stored(RunId id);

    /** The events that it holds, with their numbers. */
    protected abstract List<String> storedEvents();

    @BeforeEach
    void openJournal() throws Exception {
        journal = open();
    }

    @AfterEach
    void closeJournal() {
        journal.close();
    }

    @Test
    void anEmptyJournalHoldsNothing() {
        assertEquals(new RunJournalSnapshot(List.of(), List.of(), List.of(), List.of(), List.of(), 0),
                journal.recover());
        assertInstanceOf(RunJournalState.Ready.class, journal.state());
    }

    @Test
    void aRunComesBackAsItWasSaved() {
        Run complete = runs.complete("backup");
        Run bare = runs.pending("backup");
        write(new SaveRun(complete), new SaveRun(bare));
        assertEquals(Optional.of(complete), stored(complete.id()));
        assertEquals(Optional.of(bare), stored(bare.id()));
    }

    @Test
    void theLastSavedStateOfARunCounts() {
        Run run = runs.running("backup");
        write(new SaveRun(run));
        assertEquals(List.of(run), journal.recover().unfinished());
        Run ended = SampleRuns.ended(run, EndReason.FAILED, 3).withNextRetryAt(NOON);
        write(new SaveRun(ended));
        assertEquals(List.of(), journal.recover().unfinished());
        assertEquals(List.of(ended), journal.recover().awaitingRetry());
        write(new SaveRun(ended.withNextRetryAt(null)));
        assertEquals(List.of(), journal.recover().awaitingRetry());
    }

    @Test
    void unfinishedRunsComeInTheOrderOfTheirCreation() {
        Run first = runs.running("a");
        Run second = runs.pending("b");
        Run third = runs.pending("a");
        write(new SaveRun(third), new SaveRun(second), new SaveRun(first));
        assertEquals(List.of(first, second, third), journal.recover().unfinished());
    }

    @Test
    void onlyARunThatIsOverCanBeDeleted() {
        Run over = runs.ended("a", EndReason.SUCCESS, 0);
        Run active = runs.running("a");
        write(new SaveRun(over), new SaveRun(active));
        write(new DeleteRun(over.id()), new DeleteRun(active.id()), new DeleteRun(over.id()));
        assertEquals(Optional.empty(), stored(over.id()));
        assertEquals(Optional.of(active), stored(active.id()));
    }

    @Test
    void eventsAreNumberedInTheOrderOfTheBatchesWithoutAGap() {
        List<Receipts> receipts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            receipts.add(Receipts.of(journal, event(2 * i), new SaveRun(runs.pending("a")), event(2 * i + 1)));
        }
        for (int i = 0; i < receipts.size(); i++) {
            assertEquals(List.of(2L * i + 1, 2L * i + 2), receipts.get(i).sequences());
        }
        assertEquals(1000, journal.recover().lastEventSequence());
        List<String> events = storedEvents();
        assertEquals(1000, events.size());
        for (int i = 0; i < events.size(); i++) {
            assertEquals(i + 1 + " run.updated {\"n\":" + i + "}", events.get(i));
        }
    }

    @Test
    void aBatchWithoutEventsHasAReceiptWithoutNumbers() {
        assertEquals(List.of(), write(new SaveRun(runs.pending("a"))));
        assertEquals(List.of(), write());
    }

    @Test
    void aWatermarkMovesAndGoes() {
        Watermark first = new Watermark("a", NOON, "* * * * *", "UTC");
        Watermark moved = new Watermark("a", NOON.plusSeconds(60), "*/2 * * * *", "Europe/Berlin");
        Watermark other = new Watermark("b", NOON, "@daily", "UTC");
        write(new MoveWatermark(first), new MoveWatermark(other));
        assertEquals(List.of(first, other), journal.recover().watermarks());
        write(new MoveWatermark(moved), new DropWatermark("b"), new DropWatermark("unknown"));
        assertEquals(List.of(moved), journal.recover().watermarks());
    }

    @Test
    void aRegistrationKeepsTheInstantOfItsFirstSight() {
        write(new SaveRegistration(new Registration("a", NOON, null, null, null, null)));
        Instant later = NOON.plusSeconds(5);
        write(new SaveRegistration(new Registration("a", later, later, later, later, "boot-1")));
        assertEquals(List.of(new Registration("a", NOON, later, later, later, "boot-1")),
                journal.recover().registrations());
        write(new DropRegistration("a"));
        assertEquals(List.of(), journal.recover().registrations());
    }

    @Test
    void oneFactOfAKindAndSubjectIsOpenAtATime() {
        write(new OpenFact(FactKind.DAEMON_UP, "", NOON, "pid 1"), new OpenFact(FactKind.PAUSED, "a", NOON, ""));
        write(new OpenFact(FactKind.DAEMON_UP, "", NOON.plusSeconds(9), "pid 2"));
        write(new CloseFact(FactKind.PAUSED, "a", NOON.plusSeconds(1)), new ForgetFacts(NOON.plusSeconds(5)));
        assertEquals(List.of(new Fact(FactKind.DAEMON_UP, "", NOON.plusSeconds(9), null, "pid 2")),
                journal.recover().openFacts());
    }

    @Test
    void aClosedJournalHasToldEveryReceiptAndTakesNothing() {
        List<Receipts> receipts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            receipts.add(Receipts.of(journal, new SaveRun(runs.pending("a"))));
        }
        journal.close();
        assertTrue(receipts.stream().allMatch(Receipts::isTold));
        assertInstanceOf(RunJournalState.Closed.class, journal.state());
        assertEquals(Admission.CLOSED, journal.write(List.of(event(1)), new Receipts()));
    }

    private List<Long> write(RunJournalChange... batch) {
        return Receipts.of(journal, batch).sequences();
    }

    private static AppendEvent event(int n) {
        return new AppendEvent("run.updated", NOON, "{\"n\":" + n + "}");
    }
}
