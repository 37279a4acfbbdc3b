package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineEffect.WriteJournal;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.FakeRunJournal;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalReceipt;
import io.runwisp.engine.RunJournalSnapshot;
import io.runwisp.engine.VirtualTimers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A disk in virtual time: batches are committed in groups after a while, wait while it is full, and may be lost when the daemon dies. */
final class VirtualJournal {

    private static final int SLOWEST_MILLIS = 15;

    private final VirtualTimers timers;
    private final Random random;
    private final BiConsumer<List<RunJournalChange>, List<Long>> durable;
    private final FakeRunJournal disk = new FakeRunJournal();
    private final Deque<WriteJournal> waiting = new ArrayDeque<>();
    private Consumer<EngineMessage> daemon = _ -> {
    };
    private boolean full;
    private boolean stallTold;
    private boolean committing;
    private Duration slowness = Duration.ZERO;
    private int life;

    VirtualJournal(VirtualTimers timers, Random random, BiConsumer<List<RunJournalChange>, List<Long>> durable) {
        this.timers = timers;
        this.random = random;
        this.durable = durable;
    }

    /** A daemon opens it. */
    void open(Consumer<EngineMessage> reader) {
        daemon = reader;
    }

    /** Takes a batch. */
    void write(WriteJournal batch) {
        waiting.add(batch);
        proceed();
    }

    /** Writes at once, as recovery does before the engine begins. */
    void writeNow(List<RunJournalChange> changes) {
        if (!changes.isEmpty()) {
            commit(changes);
        }
    }

    private void proceed() {
        if (waiting.isEmpty() || committing) {
            return;
        }
        if (full) {
            if (!stallTold) {
                stallTold = true;
                daemon.accept(new EngineMessage.JournalStalled("the disk is full"));
            }
            return;
        }
        committing = true;
        int mine = life;
        timers.in(Duration.ofMillis(1 + random.nextInt(SLOWEST_MILLIS)).plus(slowness), () -> {
            if (mine == life) {
                committing = false;
                commitGroup();
                proceed();
            }
        });
    }

    private void commitGroup() {
        for (int group = waiting.size(); group > 0 && !full; group--) {
            WriteJournal batch = waiting.remove();
            daemon.accept(new EngineMessage.Committed(batch.batch(), commit(batch.changes())));
        }
    }

    private List<Long> commit(List<RunJournalChange> changes) {
        Receipt receipt = new Receipt();
        disk.write(changes, receipt);
        durable.accept(changes, receipt.sequences);
        return receipt.sequences;
    }

    /** The disk is full from now on. */
    void fill() {
        full = true;
    }

    /** Each commit takes so much longer. */
    void slow(Duration by) {
        slowness = by;
    }

    /** The disk is well again. */
    void mend() {
        full = false;
        slowness = Duration.ZERO;
        if (stallTold) {
            stallTold = false;
            commitGroup();
            daemon.accept(new EngineMessage.JournalRecovered());
        }
        proceed();
    }

    /** The daemon is killed: of what waits, some may have reached the disk. */
    void die() {
        life++;
        committing = false;
        stallTold = false;
        int reached = full ? 0 : random.nextInt(waiting.size() + 1);
        for (int i = 0; i < reached; i++) {
            commit(waiting.remove().changes());
        }
        waiting.clear();
        daemon = _ -> {
        };
    }

    /** Whether anything waits to be written. */
    boolean isIdle() {
        return waiting.isEmpty();
    }

    /** What a new daemon reads. */
    RunJournalSnapshot recover() {
        return disk.recover();
    }

    private static final class Receipt implements RunJournalReceipt {

        private List<Long> sequences = List.of();

        @Override
        public void committed(List<Long> eventSequences) {
            sequences = eventSequences;
        }

        @Override
        public void refused(String reason) {
            throw new IllegalStateException(reason);
        }
    }
}
