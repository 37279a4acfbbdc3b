package io.runwisp.model;

/** How much an event matters. */
public enum EventSeverity implements Word {
    /** For the record. */
    INFO("info"),
    /** Somebody should know. */
    WARN("warn"),
    /** Somebody should act. */
    ERROR("error");

    private final String word;

    EventSeverity(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
