package io.runwisp.store;

import io.runwisp.disk.TinyDisk;
import io.runwisp.engine.Receipts;
import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournal.Admission;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.SampleRuns;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A journal that fills its disk, in a process of its own. What it prints is what {@link FullDiskTest} looks at. */
final class FullDiskJournal {

    private static final long LEFT = 600_000;
    private static final int EVENTS_EACH = 30;

    private final SampleRuns runs = new SampleRuns();
    private final Stores.HandTimer timer = new Stores.HandTimer();
    private final Stores.RecordingListener listener = new Stores.RecordingListener();
    private final List<Run> saved = new ArrayList<>();
    private final List<Receipts> receipts = new ArrayList<>();
    private final Path directory;

    private FullDiskJournal(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) throws IOException {
        new FullDiskJournal(Path.of(arguments[0])).live();
    }

    private void live() throws IOException {
        Path file = directory.resolve("runwisp.db");
        int committed;
        try (RunStore store = Stores.open(file, timer, listener)) {
            Path filler = TinyDisk.fill(directory, LEFT);
            RunJournal journal = store.journal();
            fillUp(journal);
            Runnable wake = timer.wound();
            committed = (int) receipts.stream().filter(Receipts::isTold).count();
            say("committed before the disk was full: " + (committed > 0 && committed < receipts.size()));
            say("runs can be read while it is full: " + store.runs().find(saved.getFirst().id()).isPresent());
            Admission admission = Admission.ACCEPTED;
            while (admission == Admission.ACCEPTED) {
                admission = write(journal);
            }
            say("more is taken up to a bound: " + admission);
            wake.run();
            wake = timer.wound();
            say("told of what was not written: "
                    + receipts.subList(committed, receipts.size()).stream().anyMatch(Receipts::isTold));
            Files.delete(filler);
            wake.run();
            check(store, "after room was made");
            write(journal);
            check(store, "and afterwards");
        }
        try (RunStore store = Stores.open(file)) {
            check(store, "and after a restart");
        }
        listener.told.forEach(FullDiskJournal::say);
    }

    private void fillUp(RunJournal journal) {
        while (!Stores.isStalled(journal.state())) {
            write(journal);
            // One at a time until it is full, so that some are committed before and none is waited for afterwards.
            while (!receipts.getLast().isTold() && !Stores.isStalled(journal.state())) {
                Thread.onSpinWait();
            }
        }
    }

    private Admission write(RunJournal journal) {
        Run run = runs.ended("backup", EndReason.FAILED, 1);
        List<RunJournalChange> batch = new ArrayList<>(List.of(new SaveRun(run)));
        batch
            .addAll(Collections.nCopies(EVENTS_EACH, new AppendEvent("run.failed", SampleRuns.BEGIN, run.id().text())));
        Receipts receipt = new Receipts();
        Admission admission = journal.write(batch, receipt);
        if (admission == Admission.ACCEPTED) {
            saved.add(run);
            receipts.add(receipt);
        }
        return admission;
    }

    /** Each accepted run is there, and the events stand in the order in which they were handed over. */
    private void check(RunStore store, String when) {
        List<Long> sequences = receipts.stream().flatMap(receipt -> receipt.sequences().stream()).toList();
        boolean ordered = sequences.size() == receipts.size() * EVENTS_EACH;
        for (int i = 0; i < sequences.size(); i++) {
            ordered &= sequences.get(i) == i + 1;
        }
        long kept = store.events().range().first();
        for (EventLog.Event event : store.events().after(0, Integer.MAX_VALUE)) {
            ordered &= event.seq() == kept;
            ordered &= event.payload().equals(saved.get((int) ((event.seq() - 1) / EVENTS_EACH)).id().text());
            kept++;
        }
        boolean complete = saved.stream().allMatch(run -> store.runs().find(run.id()).equals(Optional.of(run)));
        say(when + ": complete " + complete + ", in order " + ordered + ", journal " + store.journal().state());
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
