package io.runwisp.view.runs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Where a stretch of time begins or ends, as somebody said it: with a day, all of which counts, or with an instant. */
public sealed interface Edge {

    /** Reads {@code 2026-11-26} or {@code 2026-11-26T02:30:00Z}; empty when it is neither. */
    static Optional<Edge> read(String written) {
        try {
            return Optional.of(written.indexOf('T') < 0
                    ? new Day(LocalDate.parse(written))
                    : new Moment(Instant.parse(written)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** The first instant of it, for somebody who lives in a zone. */
    Instant first(ZoneId zone);

    /** The last instant of it, to the millisecond. */
    Instant last(ZoneId zone);

    /** As it is written. */
    String text();

    /** A day of whoever looks. */
    record Day(LocalDate day) implements Edge {
        @Override
        public Instant first(ZoneId zone) {
            return day.atStartOfDay(zone).toInstant();
        }

        @Override
        public Instant last(ZoneId zone) {
            return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
        }

        @Override
        public String text() {
            return day.toString();
        }
    }

    /** An instant, the same for everybody. */
    record Moment(Instant at) implements Edge {
        @Override
        public Instant first(ZoneId zone) {
            return at;
        }

        @Override
        public Instant last(ZoneId zone) {
            return at;
        }

        @Override
        public String text() {
            return at.toString();
        }
    }
}
