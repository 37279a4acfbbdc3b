package io.runwisp.view.screen;

import io.runwisp.view.calendar.CalendarView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day or a week.
 *
 * @param span {@code day} or {@code week}
 * @param days one, or seven from Monday on
 * @param day the day that was asked for, such as {@code 2026-11-26}
 * @param previous the day to ask for to go back
 * @param next the day to ask for to go on
 * @param today the present day
 * @param clocks what the clocks do in it; null when they do nothing
 */
public record CalendarScreen(String headline, String span, List<CalendarView> days, String day, String previous,
        String next, String today, @Nullable String clocks) {

    public CalendarScreen {
        days = List.copyOf(days);
    }
}
