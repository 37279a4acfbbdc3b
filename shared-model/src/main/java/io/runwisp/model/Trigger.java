package io.runwisp.model;

/** Who asked for a run. A retry keeps the trigger of its first run. */
public enum Trigger implements Word {
    /** The schedule, catch-up included. */
    CRON("cron"),
    /** A person or a program, by any front-end. */
    API("api"),
    /** The supervision of a service. */
    SERVICE("service"),
    /** The start of the daemon. */
    STARTUP("startup"),
    /** A call of an inbound hook. */
    HOOK("hook");

    private final String word;

    Trigger(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
