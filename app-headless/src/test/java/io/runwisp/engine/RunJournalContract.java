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
import io.runwisp.engine.RunJournalChange.ForgetNotices;
import io.runwisp.engine.RunJournalChange.MarkAllNotices;
import io.runwisp.engine.RunJournalChange.MarkNotice;
import io.runwisp.engine.RunJournalChange.MoveWatermark;
import io.runwisp.engine.RunJournalChange.OpenFact;
import io.runwisp.engine.RunJournalChange.RingBell;
import io.runwisp.engine.RunJournalChange.SaveRegistration;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.model.EndReason;
import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Folding;
import io.runwisp.model.Notice;
import io.runwisp.model.Occurrence;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal does, in memory or on a disk. */
public abstract class RunJournalContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final long HOUR = 3600;

    private final SampleRuns runs = new SampleRuns();
    private RunJournal journal = new FakeRunJournal();

    /** A journal that holds nothing. */
    protected abstract RunJournal open() throws Exception;

    /** What the journal holds of this run. */
    protected abstract Optional<Run> stored(RunId id);

    /** The events that it holds, with their numbers. */
    protected abstract List<String> storedEvents();

    /** The rows of the bell, newest first. */
    protected abstract List<Notice> storedNotices();

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
    void theBellFoldsWithinItsWindowAndIsUnreadAgain() {
        assertEquals(List.of(), write(ring("01A", "f1", 0)));
        write(new MarkNotice("01A", true, NOON.plusSeconds(1)));
        write(ring("01B", "f1", HOUR), ring("01C", "f2", HOUR), ring("01D", "f1", 2 * HOUR), ring("01E", "f1", HOUR));
        assertEquals(List.of(
                notice("01C", "f2", 1, HOUR, List.of(HOUR), HOUR),
                notice("01A", "f1", 4, 0, List.of(HOUR, 2 * HOUR, HOUR), HOUR)), storedNotices());
    }

    @Test
    void whatComesAfterTheWindowIsANewRow() {
        write(ring("01A", "f1", 0), ring("01B", "f1", HOUR + 1), ring("01C", "f1", HOUR + 2));
        assertEquals(List.of(notice("01B", "f1", 2, HOUR + 1, List.of(HOUR + 2, HOUR + 1), HOUR + 2),
                notice("01A", "f1", 1, 0, List.of(0L), 0)), storedNotices());
        assertEquals(List.of("1 notification.created 1", "2 notification.created 2"), bellEvents());
    }

    @Test
    void aCommitTellsOfARowOnceAfterItsOtherEventsWhichKeepTheirNumbers() {
        assertEquals(List.of(1L, 2L), write(ring("01A", "f1", 0), event(1), ring("01B", "f1", 1), event(2)));
        assertEquals(List.of(4L), write(ring("01B", "f1", 3), event(3)));
        assertEquals(List.of("3 notification.created 1", "5 notification.updated 1"), bellEvents());
    }

    @Test
    void rowsAreReadAndUnreadAndEachTellsOnlyOfWhatChanged() {
        write(ring("01A", "f1", 0), ring("01B", "f2", 0));
        write(new MarkNotice("01A", true, NOON));
        write(new MarkNotice("01A", true, NOON), new MarkNotice("unknown", true, NOON));
        write(new MarkAllNotices(NOON));
        write(new MarkAllNotices(NOON));
        write(new MarkNotice("01B", false, NOON));
        assertEquals(List.of("1 notification.created 2", "2 notification.created 2",
                "3 notification.updated 1", "4 notifications.unread_count_changed 1",
                "5 notifications.unread_count_changed 0",
                "6 notification.updated 1", "7 notifications.unread_count_changed 1"), bellEvents());
        assertEquals(Arrays.asList(null, NOON), storedNotices().stream().map(Notice::readAt).toList());
    }

    @Test
    void theBellForgetsWhatIsTooMuchOrTooOld() {
        write(ring("01A", "f1", 0), ring("01B", "f2", 5), ring("01C", "f3", 1), ring("01D", "f4", 6));
        write(new ForgetNotices(4, NOON, NOON), new ForgetNotices(3, NOON.plusSeconds(2), NOON));
        assertEquals(List.of("01D", "01B"), storedNotices().stream().map(Notice::id).toList());
        write(new MarkAllNotices(NOON), new ForgetNotices(1, NOON, NOON));
        assertEquals(List.of("01D"), storedNotices().stream().map(Notice::id).toList());
        assertEquals(List.of("5 notifications.unread_count_changed 2", "6 notifications.unread_count_changed 0"),
                bellEvents().subList(4, 6));
    }

    private static RingBell ring(String id, String fingerprint, long second) {
        return new RingBell(id, new Occurrence(fingerprint, EventKind.RUN_FAILED, EventSeverity.ERROR, "a",
                "run " + second, "a failed", "It failed at " + second, NOON.plusSeconds(second)),
                new Folding(Duration.ofHours(1), 3));
    }

    private static Notice notice(String id, String fingerprint, int count, long created, List<Long> ring, long last) {
        return new Notice(id, fingerprint, EventKind.RUN_FAILED, EventSeverity.ERROR, "a", "run " + last, "a failed",
                "It failed at " + last, count, ring.stream().map(NOON::plusSeconds).toList(),
                NOON.plusSeconds(created), NOON.plusSeconds(last), null);
    }

    private List<String> bellEvents() {
        return storedEvents().stream()
            .filter(event -> event.contains(" notification"))
            .map(event -> event.replaceAll("\\{.*\"unread_count\":(\\d+)\\}", "$1"))
            .toList();
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
