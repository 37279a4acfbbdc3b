package io.runwisp.model;

/** What happens when the log of a run reaches its cap. */
public enum LogFullPolicy implements Word {
    /** The file is rotated: the newest output is kept. */
    DROP_OLD("drop_old"),
    /** No more lines are taken, the process goes on. */
    DROP_NEW("drop_new"),
    /** The run is ended as log_overflow. */
    KILL_TASK("kill_task");

    private final String word;

    LogFullPolicy(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
