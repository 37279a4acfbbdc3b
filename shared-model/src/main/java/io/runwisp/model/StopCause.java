package io.runwisp.model;

/** Why a run was told to end. */
public enum StopCause implements Word {
    /** Somebody stopped it. */
    MANUAL("manual"),
    /** A newer run takes its place. */
    OVERLAP("overlap"),
    /** Its service is started afresh. */
    RESTART("restart"),
    /** A new configuration has no place for it. */
    RELOAD("reload"),
    /** The daemon ends. */
    SHUTDOWN("shutdown"),
    /** Its time limit is over. */
    TIMEOUT("timeout"),
    /** Its log is full. */
    LOG_FULL("log_full"),
    /** Its health check gave up. */
    UNHEALTHY("unhealthy"),
    /** Its daemon died, and the next one found it alive. */
    ORPHANED("orphaned");

    private final String word;

    StopCause(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
