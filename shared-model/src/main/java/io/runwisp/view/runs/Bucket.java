package io.runwisp.view.runs;

import io.runwisp.model.EndReason;
import io.runwisp.model.RunPhase;
import io.runwisp.model.Word;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What people tell runs apart by. */
public enum Bucket implements Word {
    /** They wait or run. */
    RUNNING("running"),
    /** They went well. */
    SUCCEEDED("succeeded"),
    /** They count as failures. */
    FAILED("failed"),
    /** They did not start although they were due. */
    SKIPPED("skipped"),
    /** They were ended on purpose. */
    STOPPED("stopped");

    private final String word;

    Bucket(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /** The bucket that an end belongs in. */
    public static Bucket of(EndReason reason) {
        return switch (reason) {
            case SUCCESS -> SUCCEEDED;
            case SKIPPED, DST_SKIPPED, QUEUE_FULL -> SKIPPED;
            case STOPPED, DAEMON_STOPPED -> STOPPED;
            case FAILED, TIMEOUT, CRASHED, LOG_OVERFLOW, MISSED, START_FAILED, UNHEALTHY -> FAILED;
        };
    }

    /** The phases and end reasons in it, by their words. */
    public Set<String> statuses() {
        return this == RUNNING
                ? Set.of(RunPhase.PENDING.word(), RunPhase.RUNNING.word())
                : Arrays.stream(EndReason.values())
                    .filter(reason -> of(reason) == this)
                    .map(EndReason::word)
                    .collect(Collectors.toUnmodifiableSet());
    }
}
