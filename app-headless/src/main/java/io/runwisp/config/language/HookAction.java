package io.runwisp.config.language;

import io.runwisp.model.Word;

/** What an inbound token may ask for. */
public enum HookAction implements Word {
    /** A run of a task. */
    RUN("run"),
    /** A start of a service. */
    START("start"),
    /** A stop. */
    STOP("stop"),
    /** A restart. */
    RESTART("restart");

    private final String word;

    HookAction(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
