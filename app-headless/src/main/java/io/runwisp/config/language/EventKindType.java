package io.runwisp.config.language;

import io.runwisp.model.EventKind;
import java.util.List;
import java.util.Optional;

/** The kind of an event, with or without its {@code run.} prefix. */
final class EventKindType extends WordType<EventKind> {

    /** What routes can match. */
    static final List<EventKind> ROUTABLE = List.of(EventKind.RUN_STARTED, EventKind.RUN_SUCCEEDED,
            EventKind.RUN_FAILED,
            EventKind.RUN_TIMEOUT, EventKind.RUN_CRASHED, EventKind.RUN_STOPPED, EventKind.RUN_LOG_OVERFLOW,
            EventKind.RUN_UNHEALTHY, EventKind.RUN_QUEUE_FULL, EventKind.RUN_DAEMON_STOPPED, EventKind.RUN_MISSED,
            EventKind.RUN_RECOVERED, EventKind.RUN_SLOW, EventKind.RUN_SILENT, EventKind.SERVICE_FATAL,
            EventKind.JOURNAL_STALLED,
            EventKind.LOG_DISK_PRESSURE, EventKind.NOTIFY_DELIVERY_FAILED);

    private final List<EventKind> kinds;

    EventKindType(List<EventKind> kinds) {
        this.kinds = kinds;
    }

    @Override
    Optional<EventKind> of(String text) {
        String bare = text.equals("success") || text.equals("run.success") ? "succeeded" : text;
        return kinds.stream().filter(kind -> kind.word().equals(bare) || kind.word().equals("run." + bare)).findFirst();
    }

    @Override
    List<String> words() {
        return kinds.stream().map(EventKind::word).toList();
    }
}
