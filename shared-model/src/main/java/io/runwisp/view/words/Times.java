package io.runwisp.view.words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** Instants for people: how long ago, and when by their clock. */
public final class Times {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
    private static final Duration JUST_NOW = Duration.ofSeconds(2);
    private static final int MONTHS = 300;

    private Times() {
    }

    /** How far away it is: {@code 12 s ago}, {@code in 3 h}, {@code just now}. */
    public static String away(Instant instant, Now now) {
        Duration ago = Duration.between(instant, now.at());
        if (ago.abs().compareTo(JUST_NOW) < 0) {
            return "just now";
        }
        return ago.isNegative() ? "in " + rough(ago.negated()) : rough(ago) + " ago";
    }

    /** When it is by the clock of whoever looks, as short as it is clear: {@code 03:15}, {@code tomorrow 03:15}, {@code Sat 29 Nov 03:15}. */
    public static String clock(Instant instant, Now now) {
        ZonedDateTime there = instant.atZone(now.zone());
        LocalDate today = now.at().atZone(now.zone()).toLocalDate();
        long days = ChronoUnit.DAYS.between(today, there.toLocalDate());
        if (days == 0) {
            return CLOCK.format(there);
        }
        if (days == -1 || days == 1) {
            return (days < 0 ? "yesterday " : "tomorrow ") + CLOCK.format(there);
        }
        return (Math.abs(days) < MONTHS ? DAY : YEAR).format(there);
    }

    /** A slot of a schedule: the same, with its seconds if it has any, so that those of one minute are told apart. */
    public static String slot(Instant slot, Now now) {
        int second = slot.atZone(now.zone()).getSecond();
        return clock(slot, now) + (second == 0 ? "" : ":%02d".formatted(second));
    }

    /** The same within a sentence: {@code at 03:15}, {@code yesterday at 03:15}, {@code on Sat 29 Nov at 03:15}. */
    public static String when(Instant instant, Now now) {
        String clock = clock(instant, now);
        int time = clock.lastIndexOf(' ') + 1;
        String day = clock.substring(0, time);
        return (!day.isEmpty() && Character.isLowerCase(day.charAt(0)) || day.isEmpty() ? day : "on " + day) + "at "
                + clock.substring(time);
    }

    /** What a daemon says, with the instants in it by the clock of whoever looks. */
    public static String told(String text, Now now) {
        return INSTANT.matcher(text).replaceAll(found -> clock(Instant.parse(found.group()), now));
    }

    /** To the second, for columns and for copying. */
    public static String exact(Instant instant, Now now) {
        return EXACT.format(instant.atZone(now.zone()));
    }

    /** In one unit, rounded down. */
    private static String rough(Duration length) {
        long seconds = length.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        if (seconds < 2 * 86_400) {
            return seconds / 3600 + " h";
        }
        return seconds / 86_400 + " days";
    }
}
