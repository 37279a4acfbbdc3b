package io.runwisp.model;

/** The two kinds of unit that a configuration declares. */
public enum UnitKind implements Word {
    /** Runs and exits, on a schedule or on demand. */
    TASK,
    /** Is kept alive. */
    SERVICE;

    /** The word for one of them, as it stands in sentences. */
    @Override
    public String word() {
        return this == TASK ? "task" : "service";
    }

    /** The name of the TOML table that holds them. */
    public String table() {
        return this == TASK ? "tasks" : "services";
    }
}
