package io.runwisp.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.Receipts;
import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournal.Admission;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.RingBell;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.RunJournalState;
import io.runwisp.engine.SampleRuns;
import io.runwisp.event.JsonEventText;
import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Folding;
import io.runwisp.model.Notice;
import io.runwisp.model.Occurrence;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk, made by SQLite's own cap on the number of pages. */
class StalledJournalTest {

    private static final int ROOM = 4096;

    private final SampleRuns runs = new SampleRuns();
    private final Stores.HandTimer timer = new Stores.HandTimer();
    private final Stores.RecordingListener listener = new Stores.RecordingListener();

    @TempDir
    private Path directory = Path.of("");

    private TestJournal disk = new TestJournal();

    /** A journal whose write connection the test can reach. */
    private static final class TestJournal {
        private final List<AutoCloseable> parts = new ArrayList<>();
        private LongConsumer cap = pages -> {
        };
        private Supplier<Readers> readers = () -> {
            throw new AssertionError("not open");
        };
        private Supplier<RunJournal> journal = () -> {
            throw new AssertionError("not open");
        };
    }

    @BeforeEach
    void open() throws SQLException {
        Path file = directory.resolve("runwisp.db");
        Stores.open(file).close();
        Connection connection = Connections.writer(file);
        Sessions sessions = new Sessions();
        Readers readers = new Readers(file, sessions);
        Inbox inbox = new Inbox(ROOM);
        JournalThread writing = new JournalThread(inbox, new ChangeWriter(connection, sessions, new JsonEventText()),
                timer, listener);
        RunJournal journal = new SqliteRunJournal(inbox, writing, new EngineStateReader(readers));
        disk = new TestJournal();
        disk.parts.add(readers);
        disk.journal = () -> journal;
        disk.readers = () -> readers;
        disk.cap = pages -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA max_page_count = " + pages);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        };
    }

    @AfterEach
    void close() throws Exception {
        disk.journal.get().close();
        for (AutoCloseable part : disk.parts) {
            part.close();
        }
    }

    @Test
    void aFullDiskIsAStateFromWhichEverythingIsWrittenInOrder() {
        RunJournal journal = disk.journal.get();
        Receipts before = Receipts.of(journal, event("before"));
        assertEquals(List.of(1L), before.sequences());

        disk.cap.accept(1);
        List<Receipts> waiting = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            waiting.add(Receipts.of(journal, new SaveRun(runs.pending("a")), event("x".repeat(2000))));
        }
        Runnable wake = timer.wound();
        assertTrue(Stores.isStalled(journal.state()));
        assertTrue(journal.state().toString().contains("full"), journal.state().toString());

        wake.run();
        wake = timer.wound();
        assertFalse(waiting.getLast().isTold());

        disk.cap.accept(1_000_000);
        wake.run();
        List<Long> sequences = new ArrayList<>();
        waiting.forEach(receipt -> sequences.addAll(receipt.sequences()));
        assertEquals(IntStream.rangeClosed(2, 51).mapToObj(Long::valueOf).toList(), sequences);
        assertEquals(List.of(52L), Receipts.of(journal, event("after")).sequences());
        assertInstanceOf(RunJournalState.Ready.class, journal.state());
        assertEquals(50, journal.recover().unfinished().size());
        assertEquals(List.of("stalled: the disk of the database is full", "recovered"), listener.told);
    }

    @Test
    void aBadBatchDoesNotHoldTheOthers() {
        RunJournal journal = disk.journal.get();
        disk.cap.accept(1);
        List<Receipts> good = new ArrayList<>();
        good.add(Receipts.of(journal, new SaveRun(runs.pending("a")), event("x".repeat(9000))));
        Runnable wake = timer.wound();
        Receipts bad = Receipts.of(journal, event("lost"), new AppendEvent("k".repeat(3), SampleRuns.BEGIN, nul()));
        good.add(Receipts.of(journal, new SaveRun(runs.pending("b")), event("kept")));
        disk.cap.accept(1_000_000);
        wake.run();
        assertEquals(List.of(1L), good.getFirst().sequences());
        assertTrue(bad.refusal().contains("NOT NULL"), bad.refusal());
        assertEquals(List.of(2L), good.getLast().sequences());
        assertEquals(2, journal.recover().lastEventSequence());
    }

    /** A transaction that fails is written again batch by batch: what was folded in it must not be folded twice, nor what is refused. */
    @Test
    void aRefusedBatchHasNotRungTheBellAndTheOthersRingItOnceEach() {
        RunJournal journal = disk.journal.get();
        disk.cap.accept(1);
        Receipts first = Receipts.of(journal, event("x".repeat(9000)), ring("01A"));
        Runnable wake = timer.wound();
        Receipts bad = Receipts.of(journal, ring("01B"), new AppendEvent("lost", SampleRuns.BEGIN, nul()));
        Receipts last = Receipts.of(journal, ring("01C"));
        disk.cap.accept(1_000_000);
        wake.run();
        assertEquals(List.of(1L), first.sequences());
        assertTrue(bad.refusal().contains("NOT NULL"), bad.refusal());
        assertEquals(List.of(), last.sequences());
        List<Notice> rows = new NoticeQueries(disk.readers.get()).page(10, null);
        assertEquals(List.of("01A 2"), rows.stream().map(row -> row.id() + " " + row.count()).toList());
    }

    private static RingBell ring(String id) {
        return new RingBell(id, new Occurrence("f", EventKind.RUN_FAILED, EventSeverity.ERROR, "a", "", "a failed",
                "It failed.", SampleRuns.BEGIN), new Folding(Duration.ofHours(1), 10));
    }

    @Test
    void whatWaitsIsBounded() {
        RunJournal journal = disk.journal.get();
        disk.cap.accept(1);
        RunJournalChange large = event("x".repeat(9000));
        Receipts first = Receipts.of(journal, large);
        Runnable wake = timer.wound();
        List<RunJournalChange> rest = new ArrayList<>();
        for (int i = 1; i < ROOM; i++) {
            rest.add(event("small"));
        }
        Receipts last = Receipts.of(journal, rest.toArray(RunJournalChange[]::new));
        assertEquals(Admission.FULL, journal.write(List.of(large), new Receipts()));
        disk.cap.accept(1_000_000);
        wake.run();
        assertEquals(List.of(1L), first.sequences());
        assertEquals(ROOM - 1, last.sequences().size());
        assertEquals(List.of((long) ROOM + 1), Receipts.of(journal, large).sequences());
    }

    @Test
    void aStalledJournalThatIsClosedTriesOnceMoreAndTellsWhatIsLost() {
        RunJournal journal = disk.journal.get();
        disk.cap.accept(1);
        Receipts first = Receipts.of(journal, event("x".repeat(9000)));
        timer.wound();
        Receipts second = Receipts.of(journal, event("y"));
        journal.close();
        assertTrue(first.refusal().contains("closed"), first.refusal());
        assertTrue(second.refusal().contains("closed"), second.refusal());
    }

    @Test
    void aReceiptThatThrowsIsReportedAndHoldsNothingUp() {
        RunJournal journal = disk.journal.get();
        Receipts told = Receipts.of(journal, event("a"));
        told.sequences();
        journal.write(List.of(event("b")), told);
        assertEquals(List.of(3L), Receipts.of(journal, event("c")).sequences());
        assertEquals(List.of("defect: java.lang.IllegalStateException: told twice"), listener.told);
    }

    private static AppendEvent event(String payload) {
        return new AppendEvent("run.updated", SampleRuns.BEGIN, payload);
    }

    @SuppressWarnings("NullAway")
    private static String nul() {
        return null;
    }
}
