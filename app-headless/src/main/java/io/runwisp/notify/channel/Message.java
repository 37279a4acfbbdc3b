package io.runwisp.notify.channel;

import io.runwisp.model.EventSeverity;
import io.runwisp.model.Trigger;
import io.runwisp.model.UnitKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a channel may show. Nothing in it is escaped or clipped for a provider yet, and nothing in it is secret.
 *
 * @param run null for what is not about one run
 * @param lastLines of its output, oldest first, redacted and without colours; a channel shows as much of their end as has room
 */
public record Message(Subject subject, Words words, @Nullable RunFacts run, Repeats repeats, List<String> lastLines,
        Links links, Sender sender) {

    public Message {
        lastLines = List.copyOf(lastLines);
    }

    /**
     * What it is about.
     *
     * @param kind the word of its kind, such as {@code run.failed}
     * @param unit the name of its unit; empty when it is about the daemon itself
     */
    public record Subject(String kind, EventSeverity severity, Tone tone, String unit, @Nullable UnitKind unitKind,
            Instant at) {
    }

    /**
     * What it says.
     *
     * @param title in one line, without a sign in front: {@code backup failed}
     * @param verb what the title says behind the name of the unit: {@code failed}
     * @param sentence the reason in plain words
     */
    public record Words(String title, String verb, String sentence) {
    }

    /**
     * A run in figures.
     *
     * @param replica which replica of a service; 0 is the first
     * @param attempt 0 for the first, 1 for the first retry
     * @param exitCode null while it has none
     */
    public record RunFacts(String id, int replica, @Nullable Trigger triggeredBy, int attempt,
            @Nullable Integer exitCode, @Nullable Duration duration, @Nullable Instant startedAt,
            @Nullable Instant endedAt) {
    }

    /**
     * How often it happened.
     *
     * @param count 1 when it tells of one occurrence
     * @param first when the first of them was
     */
    public record Repeats(int count, Instant first) {

        /** One occurrence. */
        public static Repeats none(Instant at) {
            return new Repeats(1, at);
        }
    }

    /**
     * Where the dashboard shows it; null where nobody said under which address it is reached.
     *
     * @param run that of the run, or of the unit where there is no run
     */
    public record Links(@Nullable URI run, @Nullable URI unit) {

        /** Nowhere. */
        public static final Links NONE = new Links(null, null);
    }

    /**
     * Who says it.
     *
     * @param instance the name of the machine or of the instance
     * @param fingerprint that of the daemon
     * @param zone in which it tells the time
     */
    public record Sender(String instance, String fingerprint, ZoneId zone) {
    }
}
