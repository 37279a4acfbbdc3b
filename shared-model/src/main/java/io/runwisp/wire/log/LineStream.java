package io.runwisp.wire.log;

import io.runwisp.model.Word;

/** Where a line comes from. */
public enum LineStream implements Word {
    /** The standard output of the process. */
    STDOUT("stdout"),
    /** The standard error output of the process. */
    STDERR("stderr"),
    /** The daemon itself. */
    SYSTEM("system");

    private final String word;

    LineStream(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
