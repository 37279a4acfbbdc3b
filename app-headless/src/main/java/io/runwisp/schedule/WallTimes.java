package io.runwisp.schedule;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The set of wall clock times that a cron line describes, one bit per value of each field, with no zone. Wall clock
 * times are counted in seconds as {@link java.time.LocalDateTime#toEpochSecond} counts them at offset zero.
 *
 * @param seconds bits 0-59
 * @param minutes bits 0-59
 * @param hours bits 0-23
 * @param days bits 1-31
 * @param months bits 1-12
 * @param weekdays bits 0-6, Sunday is 0
 * @param bothDays whether a date must match {@code days} and {@code weekdays}; else either is enough
 * @param everyHour whether the text of the hour field begins with a star
 */
record WallTimes(
        long seconds,
        long minutes,
        long hours,
        long days,
        long months,
        long weekdays,
        boolean bothDays,
        boolean everyHour) {

    static final long NONE = Long.MAX_VALUE;

    private static final long DAY = 86_400;

    /** The first time of the set in {@code [from, limit)}, or {@link #NONE}. */
    long next(long from, long limit) {
        long day = Math.floorDiv(from, DAY);
        int time = nextTimeOfDay((int) Math.floorMod(from, DAY));
        long found = nextDay(time < 0 ? day + 1 : day, Math.floorDiv(limit, DAY));
        if (found == NONE) {
            return NONE;
        }
        // On a later day than the one we began with, the earliest time of day counts.
        long wall = found * DAY + (found == day ? time : nextTimeOfDay(0));
        return wall < limit ? wall : NONE;
    }

    /** The first time of day at or after {@code from}, in seconds, or -1 when the day holds no more. */
    private int nextTimeOfDay(int from) {
        int hour = from / 3600;
        int minute = from / 60 % 60;
        int dueSecond = bitFrom(seconds, from % 60);
        int dueMinute = bitFrom(minutes, dueSecond < 0 ? minute + 1 : minute);
        int dueHour = bitFrom(hours, dueMinute < 0 ? hour + 1 : hour);
        if (dueHour < 0) {
            return -1;
        }
        // A larger unit that moved on starts the smaller ones afresh.
        if (dueHour != hour) {
            return timeOfDay(dueHour, bitFrom(minutes, 0), bitFrom(seconds, 0));
        }
        return timeOfDay(hour, dueMinute, dueMinute == minute ? dueSecond : bitFrom(seconds, 0));
    }

    private static int timeOfDay(int hour, int minute, int second) {
        return (hour * 60 + minute) * 60 + second;
    }

    /** The first matching date, as an epoch day, from {@code from} up to and including {@code last}. */
    private long nextDay(long from, long last) {
        if (from > last) {
            return NONE;
        }
        LocalDate date = LocalDate.ofEpochDay(from);
        int year = date.getYear();
        int month = date.getMonthValue();
        long candidates = -1L << date.getDayOfMonth();
        while (true) {
            int dueMonth = bitFrom(months, month);
            if (dueMonth != month) {
                candidates = -1L;
            }
            if (dueMonth < 0) {
                year++;
                dueMonth = bitFrom(months, 1);
            }
            long first = LocalDate.of(year, dueMonth, 1).toEpochDay();
            if (first > last) {
                return NONE;
            }
            int day = bitFrom(daysOf(year, dueMonth, first) & candidates, 1);
            if (day > 0) {
                return first + day - 1;
            }
            candidates = -1L;
            month = dueMonth + 1;
        }
    }

    /** The matching days of one month, bits 1-31. */
    private long daysOf(int year, int month, long firstDay) {
        // 1970-01-01 was a Thursday.
        int weekdayOfFirst = Math.floorMod(firstDay + 4, 7);
        long week = (weekdays >>> weekdayOfFirst | weekdays << (7 - weekdayOfFirst)) & 0x7F;
        long byWeekday = (week | week << 7 | week << 14 | week << 21 | week << 28) << 1;
        long existing = (2L << YearMonth.of(year, month).lengthOfMonth()) - 2;
        return (bothDays ? days & byWeekday : days | byWeekday) & existing;
    }

    /** The lowest bit of {@code bits} at or above {@code from}, or -1. */
    private static int bitFrom(long bits, int from) {
        long rest = from > 63 ? 0 : bits & (-1L << from);
        return rest == 0 ? -1 : Long.numberOfTrailingZeros(rest);
    }
}
