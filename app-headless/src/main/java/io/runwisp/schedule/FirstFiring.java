package io.runwisp.schedule;

import io.runwisp.config.ScheduleGrammar.Accepted;
import io.runwisp.config.ScheduleGrammar.Rejected;
import io.runwisp.config.ScheduleGrammar.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Judges a well-formed schedule by when it first fires.
 *
 * @param parsed the schedule and where its dates stand
 * @param now the instant from which to count
 * @param unitZone the zone of the unit
 */
record FirstFiring(ParseResult.Parsed parsed, Instant now, ZoneId unitZone) {

    private static final Period PATIENCE = Period.ofYears(5);

    Verdict judge() {
        Schedule schedule = parsed.schedule();
        ZoneId zone = schedule.zone() == null ? unitZone : schedule.zone();
        Slot first = schedule.next(now, unitZone);
        if (first == null) {
            return rejected("it never fires" + missingDay(schedule), "name a day that exists; every month has 28");
        }
        LocalDate day = LocalDate.ofInstant(first.at(), zone);
        // Only a date can be that far away: an interval is measured from the start and fires when it has passed.
        if (schedule instanceof CronSchedule && day.isAfter(LocalDate.ofInstant(now, zone).plus(PATIENCE))) {
            return rejected("it does not fire in the next 5 years, first on " + day, "choose a date that comes sooner");
        }
        return new Accepted(schedule.zone());
    }

    private Rejected rejected(String reason, String remedy) {
        return new Rejected(parsed.datesOffset(), parsed.datesLength(), reason, remedy);
    }

    /** Names the months that are too short for the earliest day asked for. */
    private static String missingDay(Schedule schedule) {
        if (!(schedule instanceof CronSchedule cron)) {
            return "";
        }
        String months = Arrays.stream(Month.values())
            .filter(month -> (cron.times().months() & 1L << month.getValue()) != 0)
            .map(FirstFiring::capitalised)
            .collect(Collectors.joining(", "));
        int day = Long.numberOfTrailingZeros(cron.times().days());
        return ": " + months + (months.contains(",") ? " have" : " has") + " no day " + day;
    }

    private static String capitalised(Month month) {
        return month.name().charAt(0) + month.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
