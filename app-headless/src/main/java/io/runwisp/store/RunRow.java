package io.runwisp.store;

import org.jspecify.annotations.Nullable;

/** A row of {@code runs}, column by column, as MyBatis reads and writes it. {@link RunRows} gives it its meaning. */
record RunRow(String id, @Nullable String externalExecutionId, String taskName, int replicaIndex, String status,
        @Nullable String endReason, int exitCode, boolean isFailure, String triggeredBy, String createdAt,
        @Nullable String scheduledAt, @Nullable String startAt, @Nullable String endAt, @Nullable Long durationMs,
        int retryAttempt, @Nullable String retryOfRunId, @Nullable String nextRetryAt, @Nullable String message,
        @Nullable String paramsJson, @Nullable String logFile, @Nullable Long pid, @Nullable Long processStartTicks,
        @Nullable String processBootId, @Nullable Long processSession, @Nullable String pipeInodes,
        @Nullable String stopCause, @Nullable Long stopGraceMs, @Nullable String stopSignal,
        @Nullable Long peakMemoryBytes, @Nullable Long cpuTimeMs, @Nullable String deletedAt) {
}
