package io.runwisp.store;

import io.runwisp.bench.Bench;
import io.runwisp.bench.Figures;
import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.RunJournalReceipt;
import io.runwisp.engine.SampleRuns;
import io.runwisp.event.JsonEventText;
import io.runwisp.model.EndReason;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Semaphore;

/** How many rows the journal makes durable in a second: those that wait together share a commit. */
public final class RowsBench implements Bench {

    private static final int BASELINE_ROWS = 1500;
    private static final int WARM_UP_ROWS = 2000;
    private static final int ROWS_EACH = 400;
    private static final int MOST_ROWS = 40_000;
    private static final double SECOND = 1e9;

    private final SampleRuns runs = new SampleRuns();

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public String purpose() {
        return "rows committed in a second (a run and its event, synchronous=FULL), beside one commit per row";
    }

    @Override
    public void measure(Path scratch, Figures figures) throws Exception {
        try (ChangeWriter writer = writer(scratch.resolve("single.db"))) {
            single(writer, WARM_UP_ROWS / 2);
            figures.baseline("one commit per row", single(writer, BASELINE_ROWS), "rows/s");
        }
        for (int waiting : new int[]{1, 4, 16, 64, 256, 1024, 4096}) {
            try (RunStore store = Stores.open(scratch.resolve("grouped-" + waiting + ".db"))) {
                grouped(store.journal(), WARM_UP_ROWS, waiting);
                int rows = Math.min(MOST_ROWS, Math.max(WARM_UP_ROWS, waiting * ROWS_EACH));
                figures.add("group commit, " + waiting + " waiting", grouped(store.journal(), rows, waiting), "rows/s");
            }
        }
    }

    private static ChangeWriter writer(Path file) throws SQLException {
        Stores.open(file).close();
        return new ChangeWriter(Connections.writer(file), new Sessions(), new JsonEventText());
    }

    private double single(ChangeWriter writer, int rows) {
        long begin = System.nanoTime();
        for (int i = 0; i < rows; i++) {
            if (!(writer.commit(List.of(row())) instanceof ChangeWriter.Committed)) {
                throw new IllegalStateException("a row was not committed");
            }
        }
        return rows / ((System.nanoTime() - begin) / SECOND);
    }

    private double grouped(RunJournal journal, int rows, int waiting) throws InterruptedException {
        Semaphore room = new Semaphore(waiting);
        RunJournalReceipt receipt = new Release(room);
        long begin = System.nanoTime();
        for (int i = 0; i < rows; i++) {
            room.acquire();
            if (journal.write(row(), receipt) != RunJournal.Admission.ACCEPTED) {
                throw new IllegalStateException("a row was not accepted");
            }
        }
        room.acquire(waiting);
        return rows / ((System.nanoTime() - begin) / SECOND);
    }

    private List<RunJournalChange> row() {
        var run = runs.ended("backup", EndReason.SUCCESS, 0);
        return List.of(new SaveRun(run),
                new AppendEvent("run.updated", SampleRuns.BEGIN, "{\"id\":\"" + run.id() + "\"}"));
    }

    private record Release(Semaphore room) implements RunJournalReceipt {

        @Override
        public void committed(List<Long> eventSequences) {
            room.release();
        }

        @Override
        public void refused(String reason) {
            throw new IllegalStateException(reason);
        }
    }
}
