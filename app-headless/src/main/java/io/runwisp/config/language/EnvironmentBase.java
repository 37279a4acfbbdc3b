package io.runwisp.config.language;

import io.runwisp.model.Word;

/** What the environment of a run begins with. */
public enum EnvironmentBase implements Word {
    /** The daemon's, without its own variables. */
    INHERIT("inherit"),
    /** A handful of variables that every program expects. */
    CLEAN("clean");

    private final String word;

    EnvironmentBase(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
