package io.runwisp.model;

/** How far a run has come. What it came to is told by its {@link EndReason}. */
public enum RunPhase implements Word {
    /** It waits for its start. */
    PENDING("pending"),
    /** Its start is on record. */
    RUNNING("running"),
    /** It is over, or it was decided that it does not run. */
    ENDED("ended");

    private final String word;

    RunPhase(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
