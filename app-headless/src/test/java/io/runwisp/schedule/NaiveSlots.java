package io.runwisp.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Every slot of a cron line in a stretch of time, found by reading the wall clock minute by minute as a person would, with what daylight saving makes of it.
 * Shares no code with the evaluator.
 */
public final class NaiveSlots {

    private static final int MINUTES_OF_WARM_UP = 2 * 24 * 60;

    private final NaiveCron cron;
    private final ZoneRules rules;
    private final NavigableMap<Instant, Slot.Fate> found = new TreeMap<>();
    private long latest = Long.MIN_VALUE;
    private long before = Long.MIN_VALUE;
    private long leftOutBegin;
    private long jumpedAt = Long.MIN_VALUE;
    private long leftOut;
    private boolean gapHasRun;

    private NaiveSlots(String line, ZoneId zone) {
        this.cron = new NaiveCron(line);
        this.rules = zone.getRules();
    }

    /** The slots from one instant to another, with their fates. */
    public static NavigableMap<Instant, Slot.Fate> between(String line, ZoneId zone, Instant from, Instant to) {
        String plain = switch (line) {
            case "@hourly" -> "0 * * * *";
            case "@daily" -> "0 0 * * *";
            default -> line;
        };
        NaiveSlots slots = new NaiveSlots(plain, zone);
        long first = from.getEpochSecond() / 60;
        for (long minute = first - MINUTES_OF_WARM_UP; minute <= to.getEpochSecond() / 60; minute++) {
            slots.read(minute, minute >= first);
        }
        return Collections.unmodifiableNavigableMap(slots.found);
    }

    private void read(long minute, boolean wanted) {
        long reading = minute + rules.getOffset(Instant.ofEpochSecond(minute * 60)).getTotalSeconds() / 60;
        if (before != Long.MIN_VALUE && reading > before + 1) {
            jumpedAt = minute;
            leftOutBegin = before + 1;
            leftOut = reading - leftOutBegin;
            gapHasRun = false;
        }
        boolean repeated = reading <= latest;
        latest = Math.max(latest, reading);
        before = reading;
        if (!wanted) {
            return;
        }
        long sinceJump = minute - jumpedAt;
        if (jumpedAt != Long.MIN_VALUE && sinceJump < leftOut && cron.names(time(leftOutBegin + sinceJump))) {
            for (int second : cron.seconds()) {
                found.put(at(minute, second), gapHasRun ? Slot.Fate.COLLAPSED : Slot.Fate.RUN);
                gapHasRun = true;
            }
        }
        if (cron.names(time(reading))) {
            for (int second : cron.seconds()) {
                found.put(at(minute, second), repeated && !cron.wildcardHour() ? Slot.Fate.REPEATED : Slot.Fate.RUN);
            }
        }
    }

    private static Instant at(long minute, int second) {
        return Instant.ofEpochSecond(minute * 60 + second);
    }

    private static LocalDateTime time(long reading) {
        return LocalDateTime.ofEpochSecond(reading * 60, 0, ZoneOffset.UTC);
    }
}
