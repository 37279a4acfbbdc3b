package io.runwisp.wire.event;

import io.runwisp.model.Word;
import java.util.Optional;

/** The names of the events that streams send. */
public enum EventName implements Word {
    /** A run has a row. */
    RUN_CREATED("run.created"),
    /** A run has started. */
    RUN_STARTED("run.started"),
    /** Something about a run has changed. */
    RUN_UPDATED("run.updated"),
    /** A run has ended well. */
    RUN_COMPLETED("run.completed"),
    /** A run has ended in another way; its end reason tells which. */
    RUN_FAILED("run.failed"),
    /** A run is gone. */
    RUN_DELETED("run.deleted"),
    /** Something about a unit has changed, or about the daemon. */
    UNIT_UPDATED("unit.updated"),
    /** The bell has a new row. */
    NOTIFICATION_CREATED("notification.created"),
    /** A row of the bell has changed. */
    NOTIFICATION_UPDATED("notification.updated"),
    /** Rows were read or became unread. */
    NOTIFICATIONS_UNREAD_COUNT_CHANGED("notifications.unread_count_changed"),
    /** What the machine does. */
    SYSTEM("system"),
    /** The file on disk differs from what is in force, or no longer does. */
    CONFIG_STALE("config.stale"),
    /** Events were lost to this client. */
    RESYNC("resync"),
    /** A sign of life. */
    PING("ping"),
    /** A line of a log. */
    LINE("line"),
    /** Lines at the beginning of a log are gone. */
    ROTATED("rotated"),
    /** Lines are not told because the client was too slow. */
    DROPPED("dropped"),
    /** What a stream shows below its last line. */
    REGION("region"),
    /** A log is complete. */
    DONE("done");

    private final String word;

    EventName(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /** The name of this text; empty for one that a newer daemon may send. */
    public static Optional<EventName> ofWord(String written) {
        return Word.find(values(), written);
    }
}
