package io.runwisp.engine;

/** Whether the journal can write. */
public sealed interface RunJournalState {

    /** It can. */
    record Ready() implements RunJournalState {
    }

    /** It cannot, and tries again each second; nothing is lost meanwhile. */
    record Stalled(String reason) implements RunJournalState {
    }

    /** It takes nothing any more. */
    record Closed() implements RunJournalState {
    }
}
