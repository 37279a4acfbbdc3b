package io.runwisp.view.plan;

import io.runwisp.model.Word;

/** What a line of a plan is about. */
public enum Kind implements Word {
    /** A unit comes. */
    ADDED("added", '+'),
    /** A unit goes. */
    REMOVED("removed", '-'),
    /** A unit differs. */
    CHANGED("changed", '~'),
    /** A key holds only after a new start of the daemon. */
    NEEDS_RESTART("needs_restart", '!'),
    /** A unit differs and was not asked for. */
    STALE("stale", '?'),
    /** The configuration is warned about. */
    WARNING("warning", '!');

    private final String word;
    private final char sign;

    Kind(String word, char sign) {
        this.word = word;
        this.sign = sign;
    }

    @Override
    public String word() {
        return word;
    }

    /** What stands before such a line. */
    public char sign() {
        return sign;
    }
}
