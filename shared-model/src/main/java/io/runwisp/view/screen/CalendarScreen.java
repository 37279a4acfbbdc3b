package io.runwisp.view.screen;

import io.runwisp.model.Word;
import io.runwisp.view.calendar.Axis;
import io.runwisp.view.calendar.CalendarView;
import io.runwisp.view.words.Now;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A day or a week.
 *
 * @param days one, or seven from Monday on
 * @param day the day that was asked for, such as {@code 2026-11-26}
 * @param previous the day to ask for to go back
 * @param next the day to ask for to go on
 * @param today the present day
 * @param clocks what the clocks do in it; null when they do nothing
 */
public record CalendarScreen(String headline, Span span, List<CalendarView> days, String day, String previous,
        String next, String today, @Nullable String clocks) {

    private static final DateTimeFormatter MONDAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    public CalendarScreen {
        days = List.copyOf(days);
    }

    /** How much time it shows. */
    public enum Span implements Word {
        /** A day. */
        DAY("day", 1),
        /** A week from Monday on. */
        WEEK("week", 7);

        private final String word;
        private final int days;

        Span(String word, int days) {
            this.word = word;
            this.days = days;
        }

        @Override
        public String word() {
            return word;
        }

        /** What it is made of, for somebody who lives in a zone. */
        public List<Axis> axes(LocalDate day, ZoneId zone) {
            return this == DAY ? List.of(Axis.day(day, zone)) : Axis.week(day, zone);
        }
    }

    /** The screen around a day. */
    public static CalendarScreen of(Span span, LocalDate day, List<CalendarView> days, Now now) {
        String clocks = days.stream()
            .map(view -> view.axis().clocks() == null ? null : view.axis().label() + ": " + view.axis().clocks())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
        String headline = days.size() == 1
                ? days.getFirst().axis().label() + ": " + days.getFirst().headline()
                : "The week of "
                        + MONDAY.format(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))) + ".";
        return new CalendarScreen(headline, span, days, day.toString(), day.minusDays(span.days).toString(),
                day.plusDays(span.days).toString(), now.at().atZone(now.zone()).toLocalDate().toString(),
                clocks.isEmpty() ? null : clocks);
    }
}
