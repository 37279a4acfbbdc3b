package io.runwisp.daemon.life;

import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalListener;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Tells the log, and the engine once there is one, how the journal is, and hands on what it commits. */
final class JournalRelay implements RunJournalListener {

    private final DaemonLog log;
    private volatile Consumer<EngineMessage> engine = _ -> {
    };
    private volatile BiConsumer<List<RunJournalChange>, List<Long>> commits = (_, _) -> {
    };

    private volatile Health health = Health.UNHEARD;

    /** Hears how the journal is. Must return at once. */
    interface Health {

        /** Nobody does. */
        Health UNHEARD = new Health() {
            @Override
            public void stalled(String reason) {
                // Nobody hears it.
            }

            @Override
            public void recovered() {
                // Nobody hears it.
            }
        };

        /** It cannot be written. */
        void stalled(String reason);

        /** It can be written again. */
        void recovered();
    }

    JournalRelay(DaemonLog log) {
        this.log = log;
    }

    /** From now on this engine is told too. */
    void tell(Consumer<EngineMessage> listener) {
        engine = listener;
    }

    /** From now on this is told what is committed. */
    void hear(BiConsumer<List<RunJournalChange>, List<Long>> listener) {
        commits = listener;
    }

    /** From now on this is told how the journal is. */
    void watch(Health listener) {
        health = listener;
    }

    @Override
    public void committed(List<RunJournalChange> batch, List<Long> eventSequences) {
        commits.accept(batch, eventSequences);
    }

    @Override
    public void stalled(String reason) {
        log.error("the journal cannot be written, so nothing new is started: " + reason
                + "; it is tried again each second");
        engine.accept(new EngineMessage.JournalStalled(reason));
        health.stalled(reason);
    }

    @Override
    public void recovered() {
        log.info("the journal can be written again, and nothing was lost");
        engine.accept(new EngineMessage.JournalRecovered());
        health.recovered();
    }

    @Override
    public void receiptFailed(RuntimeException defect) {
        log.error("a part of RunWisp that was told of a commit ran into a fault of its own: " + defect);
    }
}
