package io.runwisp.view.unit;

import io.runwisp.model.Word;

/** What can be done with a unit. */
public enum Verb implements Word {
    /** Start a run of a task. */
    RUN("run", "Run"),
    /** Start a service. */
    START("start", "Start"),
    /** Start all replicas of a service afresh. */
    RESTART("restart", "Restart"),
    /** End what is in flight. */
    STOP("stop", "Stop"),
    /** Let the slots of a task pass. */
    PAUSE("pause", "Pause"),
    /** Let the slots of a task run again. */
    RESUME("resume", "Resume");

    private final String word;
    private final String label;

    Verb(String word, String label) {
        this.word = word;
        this.label = label;
    }

    @Override
    public String word() {
        return word;
    }

    /** What stands on a button. */
    public String label() {
        return label;
    }
}
