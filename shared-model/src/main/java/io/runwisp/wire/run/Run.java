package io.runwisp.wire.run;

import io.runwisp.model.EndReason;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.RunOrigin;
import io.runwisp.model.RunPhase;
import io.runwisp.model.Trigger;
import io.runwisp.wire.json.Required;
import io.runwisp.wire.json.Words;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a task or of a replica of a service.
 *
 * @param taskName the unit, task or service
 * @param status how far it has come
 * @param endReason what it came to, once it is over
 * @param exitCode 0 until it is known, -1 when it never started, -2 when nobody saw its exit
 * @param triggeredBy who asked for it; a retry keeps the value of its first run
 * @param createdAt when its row was made; for a run that never ran, its slot
 * @param retryAttempt 0 for the first of a chain
 * @param retryOfRunId the run before it in the chain
 * @param replicaIndex 0 for tasks
 * @param externalExecutionId the name that somebody else gave it
 * @param scheduledAt the slot, when a schedule asked for it
 * @param retryAt when the retry that follows it is due
 * @param message a sentence for people about what became of it
 * @param durationMs how long it ran, by the monotonic clock
 * @param peakMemoryBytes the most memory that it had at once
 * @param cpuTimeMs the time that it computed
 */
public record Run(@Required String id, @Required String taskName, @Required @Words(RunPhase.class) String status,
        @Words(EndReason.class) @Nullable String endReason, int exitCode, @Nullable Instant startAt,
        @Nullable Instant endAt, @Required @Words(Trigger.class) String triggeredBy, @Required Instant createdAt,
        int retryAttempt, @Nullable String retryOfRunId, int replicaIndex, @Nullable String externalExecutionId,
        @Nullable Instant scheduledAt, @Nullable Instant retryAt, @Nullable String message, @Nullable Long durationMs,
        @Nullable Long peakMemoryBytes, @Nullable Long cpuTimeMs) {

    private static final int NOT_YET = 0;

    /** The run that the journal holds, as the API shows it. */
    public static Run of(io.runwisp.model.Run run) {
        RunOrigin origin = run.origin();
        RunEnd end = run.end();
        RunEnd.Usage usage = end == null ? null : end.usage();
        Duration ran = end == null ? null : end.duration();
        RunId before = origin.retryOf();
        return new Run(run.id().text(), run.taskName(), run.phase().word(), end == null ? null : end.reason().word(),
                end == null ? NOT_YET : end.exitCode(), run.start() == null ? null : run.start().at(),
                end == null ? null : end.at(), origin.trigger().word(), origin.createdAt(), origin.retryAttempt(),
                before == null ? null : before.text(), run.replicaIndex(), origin.externalExecutionId(),
                origin.scheduledAt(), run.nextRetryAt(), run.message(), ran == null ? null : ran.toMillis(),
                usage == null ? null : usage.peakMemoryBytes(), usage == null ? null : usage.cpuTime().toMillis());
    }
}
