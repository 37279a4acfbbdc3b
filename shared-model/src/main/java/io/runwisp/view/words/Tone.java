package io.runwisp.view.words;

import io.runwisp.model.Word;

/** How much a state wants to be seen. */
public enum Tone implements Word {
    /** It went well. */
    GOOD("good"),
    /** It goes on. */
    ACTIVE("active"),
    /** It needs somebody. */
    BAD("bad"),
    /** It may need somebody. */
    WARN("warn"),
    /** It waits. */
    WAIT("wait"),
    /** Nothing to see. */
    QUIET("quiet");

    private final String word;

    Tone(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
