package io.runwisp.config.grammar;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/**
 * The grammar of durations: an optional sign, then numbers with units in any order, e.g. {@code 1h30m}, {@code .5s}.
 * A day is 24 hours, a week 7 days. What does not fit 64 bits of nanoseconds, about 292 years, is refused.
 */
public final class Durations {

    private static final long DAY = 86_400_000_000_000L;
    private static final String UNITS = "ns us ms s m h d w";

    private Durations() {
    }

    /** Reads one duration. A blank text is bad here: the caller knows whether blank means omitted. */
    public static Reading<Duration> read(String text) {
        if (text.isBlank()) {
            return Reading.bad(0, text.length(), "it is blank");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return Reading.bad(i, 1, "it contains a blank, write number and unit together");
            }
        }
        boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
        int first = signed ? 1 : 0;
        if (first == text.length()) {
            return Reading.bad(0, 1, "a number is missing after the sign");
        }
        if (text.length() == first + 1 && text.charAt(first) == '0') {
            return Reading.good(Duration.ZERO);
        }
        long total = 0;
        int at = first;
        while (at < text.length()) {
            int unitAt = Ascii.endOfNumber(text, at);
            int end = endOfUnit(text, unitAt);
            long unit = nanos(text.substring(unitAt, end));
            if (!hasDigit(text, at, unitAt) || unit == 0) {
                return refusal(text, at, unitAt, end);
            }
            try {
                total = Math.addExact(total, amount(text.substring(at, unitAt), unit));
            } catch (ArithmeticException tooLarge) {
                return Reading.bad(first, end - first, "it is longer than 292 years");
            }
            at = end;
        }
        return Reading.good(Duration.ofNanos(text.charAt(0) == '-' ? -total : total));
    }

    /**
     * Writes a duration in its short form, which {@link #read} reads back exactly: {@code 1h30m}, {@code 45s},
     * {@code 0s}. Weeks are used only for whole weeks, so eight days are {@code 8d}.
     */
    public static String show(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        Duration left = duration.abs();
        StringBuilder shown = new StringBuilder(duration.isNegative() ? "-" : "");
        if (left.toNanosPart() == 0 && left.toSeconds() % (7 * 86_400) == 0) {
            return shown.append(left.toDays() / 7).append('w').toString();
        }
        append(shown, left.toDays(), "d");
        append(shown, left.toHoursPart(), "h");
        append(shown, left.toMinutesPart(), "m");
        append(shown, left.toSecondsPart(), "s");
        append(shown, left.toMillisPart(), "ms");
        append(shown, left.toNanosPart() / 1_000 % 1_000, "us");
        append(shown, left.toNanosPart() % 1_000, "ns");
        return shown.toString();
    }

    private static void append(StringBuilder shown, long count, String unit) {
        if (count > 0) {
            shown.append(count).append(unit);
        }
    }

    private static long amount(String number, long unit) {
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        long amount = Math.multiplyExact(Ascii.exact(whole), unit);
        if (point < 0 || point == number.length() - 1) {
            return amount;
        }
        BigDecimal fraction = new BigDecimal("0" + number.substring(point));
        return Math.addExact(amount, fraction.multiply(BigDecimal.valueOf(unit)).longValue());
    }

    private static long nanos(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us", "\u00b5s", "\u03bcs" -> 1_000;
            case "ms" -> 1_000_000;
            case "s" -> 1_000_000_000;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            case "d" -> DAY;
            case "w" -> 7 * DAY;
            default -> 0;
        };
    }

    private static int endOfUnit(String text, int from) {
        int at = from;
        while (at < text.length() && !Ascii.isDigit(text.charAt(at)) && ".,+-".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static boolean hasDigit(String text, int from, int to) {
        return to - from > (text.charAt(from) == '.' ? 1 : 0);
    }

    private static Reading<Duration> refusal(String text, int at, int unitAt, int end) {
        String unit = text.substring(unitAt, end);
        if (end < text.length() && end == unitAt && text.charAt(end) == ',') {
            return Reading.bad(end, 1, "a fraction is written with a point, not with a comma");
        }
        if (end == at) {
            return Reading.bad(at, 1, "a sign may only stand at the beginning");
        }
        if (unitAt == at && unit.length() <= 2 && unit.toLowerCase(Locale.ROOT).startsWith("p")
                && end < text.length()) {
            return Reading.bad(at, text.length() - at, "the ISO 8601 form is not read, write for example 1h30m");
        }
        if (!hasDigit(text, at, unitAt)) {
            return Reading.bad(at, end - at, "a number is missing before " + Quoted.of(text.substring(at, end)));
        }
        if (unit.isEmpty()) {
            return Reading.bad(at, unitAt - at, "a unit is missing after the number, one of " + UNITS);
        }
        return Reading.bad(unitAt, end - unitAt, Quoted.of(unit) + " is not a unit, " + hint(unit));
    }

    private static String hint(String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        if (nanos(lower) > 0) {
            return unit.equals("M") ? "minutes are written m" : "units are lower case: " + lower;
        }
        return switch (lower) {
            case "sec", "secs", "second", "seconds" -> "seconds are written s";
            case "min", "mins", "minute", "minutes" -> "minutes are written m";
            case "hr", "hrs", "hour", "hours" -> "hours are written h";
            case "day", "days" -> "days are written d";
            case "wk", "wks", "week", "weeks" -> "weeks are written w";
            case "msec", "msecs", "milli", "millis", "millisecond", "milliseconds" -> "milliseconds are written ms";
            case "mo", "mon", "month", "months" -> "the largest is w, write 30d for a month";
            case "y", "yr", "yrs", "year", "years" -> "the largest is w, write 365d for a year";
            default -> "use one of " + UNITS;
        };
    }
}
