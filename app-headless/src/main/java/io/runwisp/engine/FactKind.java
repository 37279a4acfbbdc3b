package io.runwisp.engine;

import io.runwisp.model.Word;

/** What held for a while, and explains why something did or did not run. */
public enum FactKind implements Word {
    /** The daemon was up. */
    DAEMON_UP("daemon_up"),
    /** The daemon was down. */
    DAEMON_DOWN("daemon_down"),
    /** The unit was paused. */
    PAUSED("paused"),
    /** This configuration was in force. */
    CONFIGURATION("configuration"),
    /** The clock jumped, or the machine slept. */
    CLOCK_STEP("clock_step"),
    /** The journal could not be written. */
    JOURNAL_STALLED("journal_stalled"),
    /** The unit stood in the configuration. */
    UNIT_PRESENT("unit_present");

    private final String word;

    FactKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
