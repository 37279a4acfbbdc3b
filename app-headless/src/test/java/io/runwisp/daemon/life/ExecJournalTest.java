package io.runwisp.daemon.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.engine.FactKind;
import io.runwisp.engine.FakeRunJournal;
import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalReceipt;
import io.runwisp.engine.RunJournalSnapshot;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.RunOrigin;
import io.runwisp.model.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecJournalTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:30:00Z");
    private static final Run RUN = Run.pending(new RunId("01JC7ZJ3R8Q6WX4T5N0V1B2C3D"), "backup", 0,
            RunOrigin.first(Trigger.API, NOW));

    private final RunJournal kept = new FakeRunJournal();
    private final List<String> receipts = new ArrayList<>();

    @Test
    void whatIsAboutRunsIsKeptAndNothingElseIs() {
        write(List.of(new RunJournalChange.SaveRun(RUN),
                new RunJournalChange.AppendEvent("run.created", NOW, "{}"),
                new RunJournalChange.AppendEvent("daemon.started", NOW, "{}"),
                new RunJournalChange.OpenFact(FactKind.DAEMON_UP, "", NOW, ""),
                new RunJournalChange.DropWatermark("backup")));
        RunJournalSnapshot snapshot = kept.recover();
        assertEquals(List.of(RUN), snapshot.unfinished());
        assertEquals(List.of(), snapshot.openFacts());
        assertEquals(1, snapshot.lastEventSequence());
    }

    @Test
    void aBatchOfWhichNothingIsKeptIsAnsweredAllTheSame() {
        write(List.of(new RunJournalChange.OpenFact(FactKind.DAEMON_UP, "", NOW, "")));
        assertEquals(List.of("committed"), receipts);
        assertEquals(List.of(), kept.recover().openFacts());
    }

    private void write(List<RunJournalChange> batch) {
        assertEquals(RunJournal.Admission.ACCEPTED, new ExecJournal(kept).write(batch, new RunJournalReceipt() {
            @Override
            public void committed(List<Long> eventSequences) {
                receipts.add("committed");
            }

            @Override
            public void refused(String reason) {
                receipts.add("refused");
            }
        }));
    }
}
