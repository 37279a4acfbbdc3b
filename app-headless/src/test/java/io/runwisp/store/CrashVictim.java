package io.runwisp.store;

import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.RingBell;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.RunJournalReceipt;
import io.runwisp.engine.SampleRuns;
import io.runwisp.model.EndReason;
import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Folding;
import io.runwisp.model.Occurrence;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.RunOrigin;
import io.runwisp.model.RunStart;
import io.runwisp.model.Trigger;
import io.runwisp.model.UlidSequence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** A process that writes runs until it is killed, and prints each id and its events after the receipt. */
final class CrashVictim {

    private static final int AHEAD = 64;

    private CrashVictim() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        long seed = Long.parseLong(arguments[1]);
        UlidSequence ids = new UlidSequence(() -> SampleRuns.BEGIN.toEpochMilli() + seed, new Random(seed));
        RunStore store = Stores.open(Path.of(arguments[0]));
        Semaphore ahead = new Semaphore(AHEAD);
        while (true) {
            ahead.acquire();
            RunId id = ids.next();
            Run started = Run.pending(id, "crash-" + seed % 5, 0, RunOrigin.first(Trigger.CRON, SampleRuns.BEGIN))
                .withStart(new RunStart(SampleRuns.BEGIN, "x.log", null));
            List<RunJournalChange> batch = new ArrayList<>();
            batch.add(new SaveRun(started));
            batch.add(new AppendEvent("run.started", SampleRuns.BEGIN, id.text()));
            batch.add(new SaveRun(SampleRuns.ended(started, EndReason.FAILED, 1)));
            batch.add(new AppendEvent("run.failed", SampleRuns.BEGIN, id.text()));
            batch.add(new RingBell(id.text(), new Occurrence(started.taskName(), EventKind.RUN_FAILED,
                    EventSeverity.ERROR, started.taskName(), id.text(), "failed", "It failed.", SampleRuns.BEGIN),
                    new Folding(Duration.ofHours(1), 10)));
            store.journal().write(batch, new Printed(id, ahead));
        }
    }

    private record Printed(RunId id, Semaphore ahead) implements RunJournalReceipt {

        @Override
        public void committed(List<Long> eventSequences) {
            String numbers = eventSequences.stream().map(String::valueOf).collect(Collectors.joining(" "));
            System.out.println(id + " " + numbers);
            ahead.release();
        }

        @Override
        public void refused(String reason) {
            throw new IllegalStateException(reason);
        }
    }
}
