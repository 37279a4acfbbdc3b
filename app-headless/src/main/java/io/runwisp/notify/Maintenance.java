package io.runwisp.notify;

import io.runwisp.config.Config;
import io.runwisp.config.grammar.Globs;
import io.runwisp.config.language.NotifyKeys;
import io.runwisp.config.language.Settings;
import io.runwisp.schedule.ParseResult;
import io.runwisp.schedule.Schedule;
import io.runwisp.schedule.ScheduleParser;
import io.runwisp.schedule.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The windows in which no notice leaves the machine. Pure: whoever asks says what time it is. */
record Maintenance(List<Window> windows) {

    Maintenance {
        windows = List.copyOf(windows);
    }

    /** When. */
    sealed interface Times {

        /** When the window ends that an instant lies in, or null when it lies in none. */
        @Nullable
        Instant endAt(Instant at);
    }

    /** Once; {@code until} is outside. */
    record Single(Instant from, Instant until) implements Times {

        @Override
        public @Nullable Instant endAt(Instant at) {
            return !at.isBefore(from) && at.isBefore(until) ? until : null;
        }
    }

    /** Again and again; windows that touch are one. */
    record Repeated(Schedule schedule, Duration length, ZoneId zone) implements Times {

        /** Windows that follow each other without a gap are followed this far. */
        private static final int MOST_JOINED = 1_000;

        @Override
        public @Nullable Instant endAt(Instant at) {
            Instant end = null;
            Instant behind = at.minus(length);
            for (int i = 0; i < MOST_JOINED; i++) {
                Slot slot = schedule.next(behind, zone);
                if (slot == null || slot.at().isAfter(end == null ? at : end)) {
                    return end;
                }
                end = slot.at().plus(length);
                behind = slot.at();
            }
            return end;
        }
    }

    /**
     * One window.
     *
     * @param units patterns of the names of those whose notices it holds
     */
    record Window(String id, List<String> units, Times times) {

        Window {
            units = List.copyOf(units);
        }
    }

    /** A window that is on. */
    record Active(String id, Instant until) {
    }

    static Maintenance of(Config config) {
        List<Window> windows = new ArrayList<>();
        for (Config.Maintenance window : config.maintenance()) {
            Settings settings = window.settings();
            windows.add(new Window(settings.value(NotifyKeys.MAINTENANCE_ID), settings.value(NotifyKeys.UNITS),
                    times(settings, window.zone())));
        }
        return new Maintenance(windows);
    }

    private static Times times(Settings settings, ZoneId zone) {
        String cron = settings.get(NotifyKeys.WINDOW_CRON);
        if (cron == null) {
            return new Single(at(settings.value(NotifyKeys.FROM), zone), at(settings.value(NotifyKeys.UNTIL), zone));
        }
        return switch (ScheduleParser.parse(cron)) {
            case ParseResult.Parsed parsed ->
                new Repeated(parsed.schedule(), settings.value(NotifyKeys.WINDOW_LENGTH), zone);
            case ParseResult.Rejected rejected ->
                throw new IllegalArgumentException("the loader let it pass: " + rejected.reason());
        };
    }

    private static Instant at(Temporal time, ZoneId zone) {
        return time instanceof OffsetDateTime offset
                ? offset.toInstant()
                : ((LocalDateTime) time).atZone(zone).toInstant();
    }

    /** The window that holds the notices of a unit at an instant; of several, the one that ends last. */
    Optional<Active> holding(String unit, Instant at) {
        Active found = null;
        for (Window window : windows) {
            Instant end = window.units().stream().anyMatch(glob -> Globs.matches(glob, unit))
                    ? window.times().endAt(at)
                    : null;
            if (end != null && (found == null || end.isAfter(Objects.requireNonNull(found).until()))) {
                found = new Active(window.id(), end);
            }
        }
        return Optional.ofNullable(found);
    }
}
