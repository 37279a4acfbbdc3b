package io.runwisp.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.Receipts;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.RingBell;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.SampleRuns;
import io.runwisp.event.JsonEventText;
import io.runwisp.model.EndReason;
import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Folding;
import io.runwisp.model.Notice;
import io.runwisp.model.Occurrence;
import io.runwisp.model.Run;
import io.runwisp.time.MonotonicClock;
import io.runwisp.time.SystemMonotonicClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything fails at once: one row tells of all, by few events. */
class BellStormTest {

    private static final int FAILURES = 10_000;
    private static final int AT_ONCE = 4_000;

    private final MonotonicClock clock = new SystemMonotonicClock();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void tenThousandFailuresAreOneRowAndFewerEventsThanCommits() {
        long plain = storm("plain.db", false);
        long ringing = storm("ringing.db", true);
        System.getLogger(getClass().getName())
            .log(System.Logger.Level.INFO, FAILURES + " ends: " + plain / 1_000_000 + " ms, with the bell "
                    + ringing / 1_000_000 + " ms");
        assertTrue(ringing < 2 * plain + Duration.ofSeconds(1).toNanos(), ringing + " against " + plain);
    }

    private long storm(String file, boolean bell) {
        SampleRuns runs = new SampleRuns();
        JsonEventText texts = new JsonEventText();
        try (RunStore store = Stores.open(directory.resolve(file))) {
            long began = clock.nanos();
            for (int done = 0; done < FAILURES;) {
                List<Receipts> receipts = new ArrayList<>();
                for (int i = 0; i < AT_ONCE && done < FAILURES; i++, done++) {
                    Run run = runs.ended("a", EndReason.FAILED, 1);
                    List<RunJournalChange> batch = new ArrayList<>(List.of(new SaveRun(run),
                            new AppendEvent("run.failed", SampleRuns.BEGIN, texts.ofRun(run, null))));
                    if (bell) {
                        batch.add(new RingBell(run.id().text(), new Occurrence("f", EventKind.RUN_FAILED,
                                EventSeverity.ERROR, "a", run.id().text(), "a failed", "Exit code 1.",
                                SampleRuns.BEGIN.plusMillis(done)), new Folding(Duration.ofHours(1), 10)));
                    }
                    receipts.add(Receipts.of(store.journal(), batch.toArray(RunJournalChange[]::new)));
                }
                receipts.forEach(Receipts::sequences);
            }
            long took = clock.nanos() - began;
            if (bell) {
                List<Notice> rows = store.notices().page(500, null);
                assertEquals(1, rows.size());
                assertEquals(FAILURES, rows.getFirst().count());
                assertEquals(10, rows.getFirst().occurrences().size());
                EventLog.Range range = store.events().range();
                long rung = range.last() - FAILURES;
                assertTrue(rung >= 1 && rung < FAILURES / 2, rung + " events of the bell");
            }
            return took;
        }
    }
}
