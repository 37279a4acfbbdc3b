package io.runwisp.view.calendar;

import io.runwisp.view.words.Now;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time that is drawn from left to right.
 *
 * @param label what it is called
 * @param to the first instant behind it
 * @param clocks what the clocks do within it; null when they do nothing
 * @param ticks the full hours on it
 */
public record Axis(String label, Instant from, Instant to, @Nullable String clocks, List<Tick> ticks) {

    /** Places on an axis are told in thousandths of it. */
    public static final int WHOLE = 1000;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int WEEK = 7;
    private static final int EVERY = 3;
    private static final int HALF_A_DAY = 12;

    public Axis {
        ticks = List.copyOf(ticks);
    }

    /**
     * A full hour.
     *
     * @param at where it is, in thousandths
     */
    public record Tick(int at, String label) {
    }

    /** A day of somebody who lives in a zone, be it of 23, 24 or 25 hours. */
    public static Axis day(LocalDate day, ZoneId zone) {
        return of(DAY.format(day), day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant(),
                zone);
    }

    /** Twelve hours before and twelve hours after. */
    public static Axis around(Now now) {
        Instant middle = now.at().truncatedTo(ChronoUnit.HOURS);
        return of("12 hours before and after", middle.minus(Duration.ofHours(HALF_A_DAY)),
                middle.plus(Duration.ofHours(HALF_A_DAY)), now.zone());
    }

    /** The days of the week in which a day is, Monday first. */
    public static List<Axis> week(LocalDate day, ZoneId zone) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return IntStream.range(0, WEEK).mapToObj(more -> day(monday.plusDays(more), zone)).toList();
    }

    private static Axis of(String label, Instant from, Instant to, ZoneId zone) {
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime hour = from.atZone(zone).truncatedTo(ChronoUnit.HOURS);
        for (; hour.toInstant().isBefore(to); hour = hour.plusHours(1)) {
            if (!hour.toInstant().isBefore(from) && hour.getHour() % EVERY == 0) {
                ticks.add(new Tick(place(hour.toInstant(), from, to), CLOCK.format(hour)));
            }
        }
        return new Axis(label, from, to, clocks(from, to, zone), ticks);
    }

    private static @Nullable String clocks(Instant from, Instant to, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(from.minusMillis(1));
        if (change == null || !change.getInstant().isBefore(to)) {
            return null;
        }
        String begin = CLOCK.format(change.getDateTimeBefore());
        String end = CLOCK.format(change.getDateTimeAfter());
        return change.isGap()
                ? "The clocks go forward from " + begin + " to " + end + "; times between do not exist."
                : "The clocks go back from " + begin + " to " + end + "; times between come twice.";
    }

    /** Where an instant is, in thousandths; before 0 or beyond {@link #WHOLE} when it is not on it. */
    public int place(Instant at) {
        return place(at, from, to);
    }

    /** Whether a stretch has a part of this one. */
    boolean meets(Instant begin, Instant end) {
        return begin.isBefore(to) && !end.isBefore(from);
    }

    private static int place(Instant at, Instant from, Instant to) {
        long length = Math.max(1, Duration.between(from, to).toMillis());
        return (int) Math.clamp(Math.floorDiv(Duration.between(from, at).toMillis() * WHOLE, length), -1L, WHOLE + 1L);
    }
}
