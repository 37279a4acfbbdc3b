package io.runwisp.engine;

/** A journal that lies on another: what is written through it may change, everything else is that of the other. */
public interface RunJournalLayer extends RunJournal {

    /** The other. */
    RunJournal journal();

    @Override
    default RunJournalSnapshot recover() {
        return journal().recover();
    }

    @Override
    default RunJournalState state() {
        return journal().state();
    }

    @Override
    default void close() {
        journal().close();
    }
}
