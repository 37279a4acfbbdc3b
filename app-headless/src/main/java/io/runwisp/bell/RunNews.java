package io.runwisp.bell;

import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Run;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kind of news an event about a run is.
 *
 * @param kind what it is called where it is told
 * @param matched what the configuration may call it
 * @param verb what stands behind the name of the unit
 */
public record RunNews(EventKind kind, Set<EventKind> matched, EventSeverity severity, String verb) {

    public RunNews {
        matched = Set.copyOf(matched);
    }

    /** The news of an event, or null when it is none for anybody. */
    public static @Nullable RunNews of(String event, Run run) {
        return switch (event) {
            case "run.started" -> news(EventKind.RUN_STARTED, EventSeverity.INFO, "started");
            case "run.completed", "run.failed" -> run.end() == null ? null : ofEnd(run);
            default -> null;
        };
    }

    /** A run as it was at an event: the row of a short one has its end already when its start is told. */
    public static Run at(String event, Run row) {
        return event.equals("run.started") ? row.withEnd(null).withMessage(null) : row;
    }

    private static @Nullable RunNews ofEnd(Run run) {
        return run.end() == null ? null : switch (run.end().reason()) {
            case SUCCESS -> news(EventKind.RUN_SUCCEEDED, EventSeverity.INFO, "succeeded");
            case FAILED -> news(EventKind.RUN_FAILED, EventSeverity.ERROR, "failed");
            case TIMEOUT -> news(EventKind.RUN_TIMEOUT, EventSeverity.ERROR, "ran out of time");
            case CRASHED -> news(EventKind.RUN_CRASHED, EventSeverity.ERROR, "was cut off");
            case LOG_OVERFLOW -> failure(EventKind.RUN_LOG_OVERFLOW, "filled its log");
            case UNHEALTHY -> failure(EventKind.RUN_UNHEALTHY, "was unhealthy");
            case STOPPED -> news(EventKind.RUN_STOPPED, EventSeverity.WARN, "was stopped");
            case DAEMON_STOPPED -> news(EventKind.RUN_DAEMON_STOPPED, EventSeverity.WARN, "was killed at shutdown");
            case QUEUE_FULL -> news(EventKind.RUN_QUEUE_FULL, EventSeverity.WARN, "found its queue full");
            case MISSED -> news(EventKind.RUN_MISSED, EventSeverity.ERROR, "missed its time");
            case START_FAILED -> news(EventKind.SERVICE_FATAL, EventSeverity.ERROR, "has given up");
            case SKIPPED, DST_SKIPPED -> null;
        };
    }

    /** News that the configuration has one name for. */
    public static RunNews news(EventKind kind, EventSeverity severity, String verb) {
        return new RunNews(kind, Set.of(kind), severity, verb);
    }

    private static RunNews failure(EventKind kind, String verb) {
        return new RunNews(EventKind.RUN_FAILED, Set.of(EventKind.RUN_FAILED, kind), EventSeverity.ERROR, verb);
    }
}
