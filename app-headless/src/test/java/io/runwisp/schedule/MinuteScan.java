package io.runwisp.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Random;

/**
 * The oracle. It goes through every minute of real time, reads the wall clock as a person would, and knows daylight
 * saving only by what that clock does: a reading that is not later than the latest one seen is a repetition; a reading
 * that is more than a minute later than the one before has left out the readings between, and each of those is due as
 * many minutes after the jump as it lies after the reading at which the clock jumped. What is due is compared at once
 * with what the evaluator under test says.
 */
final class MinuteScan {

    private static final int MINUTES_OF_WARM_UP = 2 * 24 * 60;

    private final ZoneId zone;
    private final ZoneRules rules;
    private final List<WatchedCron> watched;
    private long latestReading = Long.MIN_VALUE;
    private long readingBefore = Long.MIN_VALUE;
    private long leftOutBegin;
    private long jumpedAt = Long.MIN_VALUE;
    private long leftOutMinutes;

    /**
     * Prepares a scan.
     *
     * @param random chooses the instants, besides the slots themselves, from which the evaluator is asked
     */
    MinuteScan(ZoneId zone, List<String> lines, NextSlot evaluator, Random random) {
        this.zone = zone;
        this.rules = zone.getRules();
        this.watched = lines.stream().map(line -> new WatchedCron(line, zone, evaluator, random)).toList();
    }

    /** Scans whole minutes from {@code begin} up to {@code end} and answers how many slots were compared. */
    long scan(Instant begin, Instant end) {
        long first = begin.getEpochSecond() / 60;
        for (long minute = first - MINUTES_OF_WARM_UP; minute < first; minute++) {
            read(minute);
        }
        watched.forEach(cron -> cron.begin(begin));
        for (long minute = first; minute < end.getEpochSecond() / 60; minute++) {
            compare(minute);
        }
        watched.forEach(cron -> cron.end(end));
        return watched.stream().mapToLong(WatchedCron::comparisons).sum();
    }

    private void compare(long minute) {
        boolean repeated = read(minute);
        LocalDateTime wall = time(readingBefore);
        long sinceJump = minute - jumpedAt;
        boolean inShadow = jumpedAt != Long.MIN_VALUE && sinceJump < leftOutMinutes;
        LocalDateTime leftOut = inShadow ? time(leftOutBegin + sinceJump) : null;
        for (WatchedCron cron : watched) {
            if (sinceJump == 0) {
                cron.forgetGap();
            }
            cron.minute(minute, wall, repeated, leftOut);
        }
    }

    /** Reads the clock once; true when it shows a time that it has shown before. */
    private boolean read(long minute) {
        long reading = minute + rules.getOffset(Instant.ofEpochSecond(minute * 60)).getTotalSeconds() / 60;
        if (readingBefore != Long.MIN_VALUE && reading > readingBefore + 1) {
            jumpedAt = minute;
            leftOutBegin = readingBefore + 1;
            leftOutMinutes = reading - leftOutBegin;
        }
        boolean repeated = reading <= latestReading;
        latestReading = Math.max(latestReading, reading);
        readingBefore = reading;
        return repeated;
    }

    private static LocalDateTime time(long reading) {
        return LocalDateTime.ofEpochSecond(reading * 60, 0, ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return zone + " " + watched;
    }
}
