package io.runwisp.cli;

import io.runwisp.config.Config;
import io.runwisp.config.Unit;
import io.runwisp.config.language.TaskKeys;
import io.runwisp.schedule.CronSchedule;
import io.runwisp.schedule.ParseResult;
import io.runwisp.schedule.ScheduleParser;
import io.runwisp.schedule.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a task fires next.
 *
 * @param unit the task
 * @param at when, in the zone in which its schedule is read
 */
record NextFiring(String unit, ZonedDateTime at) {

    /** The soonest of all; null when nothing is scheduled. An interval counts from the start of the daemon. */
    static @Nullable NextFiring soonest(Config config, Instant now) {
        NextFiring soonest = null;
        for (Unit unit : config.tasks()) {
            NextFiring next = of(unit, config.zone(), now);
            if (next != null && (soonest == null || next.at.toInstant().isBefore(soonest.at.toInstant()))) {
                soonest = next;
            }
        }
        return soonest;
    }

    private static @Nullable NextFiring of(Unit unit, ZoneId configZone, Instant now) {
        String cron = unit.get(TaskKeys.CRON);
        if (cron == null || !(ScheduleParser.parse(cron) instanceof ParseResult.Parsed parsed)
                || !(parsed.schedule() instanceof CronSchedule schedule)) {
            return null;
        }
        ZoneId own = unit.get(TaskKeys.TIMEZONE);
        ZoneId unitZone = own == null ? configZone : own;
        Slot slot = schedule.next(now, unitZone);
        while (slot != null && !slot.runs()) {
            slot = schedule.next(slot.at(), unitZone);
        }
        if (slot == null) {
            return null;
        }
        ZoneId shown = schedule.zone() == null ? unitZone : schedule.zone();
        return new NextFiring(unit.name(), slot.at().atZone(shown));
    }

    /** As a person says it: {@code Sat 21 Nov 03:20 Europe/Vienna, in 11 h}; the year only when it is another one. */
    String text(Instant now) {
        StringBuilder text = new StringBuilder(48);
        text.append(capitalised(at.getDayOfWeek()))
            .append(' ')
            .append(at.getDayOfMonth())
            .append(' ')
            .append(capitalised(at.getMonth()));
        if (at.getYear() != now.atZone(at.getZone()).getYear()) {
            text.append(' ').append(at.getYear());
        }
        // The JDK's own text of a local time is 03:20, or 03:20:30 when there are seconds.
        text.append(' ').append(at.toLocalTime()).append(' ').append(at.getZone().getId());
        return text.append(", ").append(distance(Duration.between(now, at.toInstant()))).toString();
    }

    private static String distance(Duration wait) {
        if (wait.toMinutes() < 1) {
            return "in " + wait.toSeconds() + " s";
        }
        if (wait.toHours() < 1) {
            return "in " + wait.toMinutes() + " min";
        }
        return wait.toHours() < 48 ? "in " + wait.toHours() + " h" : "in " + wait.toDays() + " days";
    }

    private static String capitalised(Enum<?> name) {
        return name.name().charAt(0) + name.name().substring(1, 3).toLowerCase(Locale.ROOT);
    }
}
