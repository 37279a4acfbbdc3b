package io.runwisp.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a task or of a replica of a service: what the journal keeps about it.
 *
 * @param taskName the unit, task or service
 * @param replicaIndex 0 for tasks
 * @param start its start, or null when it has not started
 * @param stop the decision that it shall end, or null
 * @param end what it came to, or null while it is not over
 * @param nextRetryAt when the retry that follows it is due, or null when none waits
 * @param message a sentence for people about what became of it, or null
 * @param deletedAt when it was deleted; until it is removed, the deletion can be taken back
 */
public record Run(RunId id, String taskName, int replicaIndex, RunOrigin origin, @Nullable RunStart start,
        @Nullable StopOrder stop, @Nullable RunEnd end, @Nullable Instant nextRetryAt, @Nullable String message,
        @Nullable Instant deletedAt) {

    /** A run that waits for its start. */
    public static Run pending(RunId id, String taskName, int replicaIndex, RunOrigin origin) {
        return new Run(id, taskName, replicaIndex, origin, null, null, null, null, null, null);
    }

    /** How far it has come. */
    public RunPhase phase() {
        if (end != null) {
            return RunPhase.ENDED;
        }
        return start == null ? RunPhase.PENDING : RunPhase.RUNNING;
    }

    /** Its end reason when it is over, else its phase: the one word that people are shown. */
    public String outcome() {
        return end == null ? phase().word() : end.reason().word();
    }

    /** The same run, started. */
    public Run withStart(RunStart started) {
        return new Run(id, taskName, replicaIndex, origin, started, stop, end, nextRetryAt, message, deletedAt);
    }

    /** The same run, told to end. */
    public Run withStop(StopOrder order) {
        return new Run(id, taskName, replicaIndex, origin, start, order, end, nextRetryAt, message, deletedAt);
    }

    /** The same run, over, or with null as it was before that. */
    public Run withEnd(@Nullable RunEnd ended) {
        return new Run(id, taskName, replicaIndex, origin, start, stop, ended, nextRetryAt, message, deletedAt);
    }

    /** The same run, with a retry that waits, or with none. */
    public Run withNextRetryAt(@Nullable Instant due) {
        return new Run(id, taskName, replicaIndex, origin, start, stop, end, due, message, deletedAt);
    }

    /** The same run with another sentence about it. */
    public Run withMessage(@Nullable String sentence) {
        return new Run(id, taskName, replicaIndex, origin, start, stop, end, nextRetryAt, sentence, deletedAt);
    }

    /** The same run, deleted, or with null restored. */
    public Run withDeletedAt(@Nullable Instant deleted) {
        return new Run(id, taskName, replicaIndex, origin, start, stop, end, nextRetryAt, message, deleted);
    }
}
