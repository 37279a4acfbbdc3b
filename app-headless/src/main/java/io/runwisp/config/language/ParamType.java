package io.runwisp.config.language;

import io.runwisp.model.Word;

/** What the values of a parameter look like. */
public enum ParamType implements Word {
    /** Any text. */
    STRING("string"),
    /** A number. */
    NUMBER("number");

    private final String word;

    ParamType(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
