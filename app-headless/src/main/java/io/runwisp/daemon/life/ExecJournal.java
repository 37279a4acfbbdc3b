package io.runwisp.daemon.life;

import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalLayer;
import io.runwisp.engine.RunJournalReceipt;
import java.util.List;

/**
 * A journal that keeps of what an engine writes only what is about runs. The engine of {@code exec} knows one task and no schedule: what it believes about the
 * daemon, the other units and their schedules must not be recorded.
 */
record ExecJournal(RunJournal journal) implements RunJournalLayer {

    private static final String OF_RUNS = "run.";

    @Override
    public Admission write(List<RunJournalChange> batch, RunJournalReceipt receipt) {
        List<RunJournalChange> kept = batch.stream().filter(ExecJournal::isAboutARun).toList();
        if (!kept.isEmpty()) {
            return journal.write(kept, receipt);
        }
        receipt.committed(List.of());
        return Admission.ACCEPTED;
    }

    private static boolean isAboutARun(RunJournalChange change) {
        return switch (change) {
            case RunJournalChange.SaveRun _ -> true;
            case RunJournalChange.AppendEvent(String kind, _, _) -> kind.startsWith(OF_RUNS);
            default -> false;
        };
    }
}
