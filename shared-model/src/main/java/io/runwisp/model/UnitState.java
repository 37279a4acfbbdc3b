package io.runwisp.model;

import java.util.Optional;

/** What a unit or a replica does, in one word. */
public enum UnitState implements Word {
    /** A run waits for its start, and none is in flight. */
    PENDING("pending"),
    /** It has been started and does not count as stable or healthy yet. */
    STARTING("starting"),
    /** It runs. */
    RUNNING("running"),
    /** It has ended and waits for its next start. */
    RESTARTING("restarting"),
    /** It has been told to end. */
    STOPPING("stopping"),
    /** Somebody stopped it, and it stays so. */
    STOPPED("stopped"),
    /** It failed too often and is not started any more. */
    GAVE_UP("gave_up"),
    /** Its schedule is paused, and no run is in flight. */
    PAUSED("paused"),
    /** Nothing is in flight, and nothing is wrong. */
    IDLE("idle");

    private final String word;

    UnitState(String word) {
        this.word = word;
    }

    /** The state of a word, if there is one. */
    public static Optional<UnitState> ofWord(String word) {
        return Word.find(values(), word);
    }

    @Override
    public String word() {
        return word;
    }
}
