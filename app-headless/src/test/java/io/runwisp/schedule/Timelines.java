package io.runwisp.schedule;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads schedules and writes their slots as text that a person can check. */
final class Timelines {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mmx", Locale.ROOT);
    private static final DateTimeFormatter TIME_WITH_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ssx", Locale.ROOT);

    private Timelines() {
    }

    /** The schedule of a text that must be good. */
    static Schedule schedule(String text) {
        return switch (ScheduleParser.parse(text)) {
            case ParseResult.Parsed parsed -> parsed.schedule();
            case ParseResult.Rejected rejected -> fail("\"" + text + "\" was rejected: " + rejected);
        };
    }

    /** The wall clock times of a cron line that must be good. */
    static WallTimes times(String text) {
        return schedule(text) instanceof CronSchedule cron ? cron.times() : fail(text + " is no cron line");
    }

    /** The slots of one local day: {@code 03:30+02}, with the fate behind it unless it runs. */
    static String day(String text, String zone, LocalDate date) {
        ZoneId where = ZoneId.of(zone);
        Instant begin = date.atStartOfDay(where).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(where).toInstant();
        List<String> lines = new ArrayList<>();
        for (Slot slot : between(schedule(text), where, begin, end)) {
            lines.add(shown(slot, where));
        }
        return String.join(", ", lines);
    }

    /** The first slots after an instant, each as its local date and time. */
    static List<String> dates(String text, String zone, Instant after, int count) {
        ZoneId where = ZoneId.of(zone);
        List<String> dates = new ArrayList<>();
        Slot slot = following(schedule(text), where, after);
        while (slot != null && dates.size() < count) {
            dates.add(ZonedDateTime.ofInstant(slot.at(), where).toLocalDateTime().toString());
            slot = following(schedule(text), where, slot.at());
        }
        return dates;
    }

    /** The slots in {@code [begin, end)}. */
    static List<Slot> between(Schedule schedule, ZoneId zone, Instant begin, Instant end) {
        List<Slot> slots = new ArrayList<>();
        Slot slot = following(schedule, zone, begin.minusNanos(1));
        while (slot != null && slot.at().isBefore(end)) {
            slots.add(slot);
            slot = following(schedule, zone, slot.at());
        }
        return slots;
    }

    /** The next slot, which must be later, so that a faulty evaluator fails instead of turning in a circle. */
    private static @Nullable Slot following(Schedule schedule, ZoneId zone, Instant after) {
        Slot slot = schedule.next(after, zone);
        return slot == null || slot.at().isAfter(after) ? slot : fail(slot + " is not after " + after);
    }

    private static String shown(Slot slot, ZoneId zone) {
        ZonedDateTime local = ZonedDateTime.ofInstant(slot.at(), zone);
        String time = local.format(local.getSecond() == 0 ? TIME : TIME_WITH_SECONDS);
        return slot.runs() ? time : time + " " + slot.fate().name().toLowerCase(Locale.ROOT);
    }
}
