package io.runwisp.model;

/** What happens to a firing while as many runs as allowed are in flight. */
public enum OverlapPolicy implements Word {
    /** It waits, first in, first out. */
    QUEUE("queue"),
    /** It is recorded as skipped. */
    SKIP("skip"),
    /** The oldest run is stopped and the new one starts. */
    TERMINATE("terminate");

    private final String word;

    OverlapPolicy(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
