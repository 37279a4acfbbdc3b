package io.runwisp.schedule;

import io.runwisp.schedule.ParseResult.Parsed;
import io.runwisp.schedule.ParseResult.Rejected;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the interval of an {@code @every}: numbers, each with its unit, added up. */
final class Interval {

    private static final BigDecimal NANOS_OF_SECOND = BigDecimal.valueOf(1_000_000_000);
    private static final long LONGEST_SECONDS = Long.MAX_VALUE / 1_000_000_000;
    private static final Map<String, BigDecimal> NANOS = Map.of(
            "ns", BigDecimal.ONE,
            "us", BigDecimal.valueOf(1_000),
            "\u00b5s", BigDecimal.valueOf(1_000),
            "\u03bcs", BigDecimal.valueOf(1_000),
            "ms", BigDecimal.valueOf(1_000_000),
            "s", NANOS_OF_SECOND,
            "m", NANOS_OF_SECOND.multiply(BigDecimal.valueOf(60)),
            "h", NANOS_OF_SECOND.multiply(BigDecimal.valueOf(3_600)),
            "d", NANOS_OF_SECOND.multiply(BigDecimal.valueOf(86_400)),
            "w", NANOS_OF_SECOND.multiply(BigDecimal.valueOf(604_800)));

    private final Word text;
    private BigDecimal nanos = BigDecimal.ZERO;

    private Interval(Word text) {
        this.text = text;
    }

    static ParseResult read(Line line) {
        List<Word> words = line.words();
        Word name = words.getFirst();
        if (words.size() == 1) {
            return name.rejected("@every has no interval", "write for example @every 15m");
        }
        if (words.size() > 2) {
            String joined = words.stream().skip(1).map(Word::text).collect(Collectors.joining());
            return line.from(1).rejected("an interval has no blanks", "write @every " + joined);
        }
        Word text = words.getLast();
        Interval interval = new Interval(text);
        Rejected rejected = interval.addUp();
        if (rejected == null) {
            rejected = interval.checkSize();
        }
        if (rejected != null) {
            return rejected;
        }
        Duration period = Duration.ofSeconds(interval.nanos.divide(NANOS_OF_SECOND).longValueExact());
        String canonical = line.canonical(name.lowerCase() + " " + text.text());
        Word whole = line.from(0);
        return new Parsed(new EverySchedule(canonical, line.zone(), period), whole.offset(), whole.text().length());
    }

    /** Whether a word is an interval, of whatever length. */
    static boolean isWellFormed(Word word) {
        return new Interval(word).addUp() == null;
    }

    private @Nullable Rejected addUp() {
        String source = text.text();
        if (source.startsWith("-")) {
            return text.rejected("an interval cannot be negative", "write " + source.substring(1));
        }
        if (source.equals("0")) {
            return null;
        }
        int at = source.startsWith("+") ? 1 : 0;
        do {
            int unitAt = endOfNumber(source, at);
            if (!isDecimal(source.substring(at, unitAt))) {
                return text.rejected(source + " is not an interval", "write a number and a unit, for example 15m");
            }
            int next = endOfUnit(source, unitAt);
            BigDecimal unit = NANOS.get(source.substring(unitAt, next));
            if (unit == null) {
                return wrongUnit(at, unitAt, next);
            }
            nanos = nanos.add(new BigDecimal(source.substring(at, unitAt)).multiply(unit));
            at = next;
        } while (at < source.length());
        return null;
    }

    private Rejected wrongUnit(int numberAt, int unitAt, int next) {
        String number = text.text().substring(numberAt, unitAt);
        if (unitAt == next) {
            String remedy = "write " + number + "s, " + number + "m or " + number + "h";
            return text.part(numberAt, unitAt).rejected(number + " has no unit", remedy);
        }
        Word unit = text.part(unitAt, next);
        return unit.rejected(unit.text() + " is not a unit", "use ns, us, ms, s, m, h, d or w");
    }

    private @Nullable Rejected checkSize() {
        if (nanos.compareTo(NANOS_OF_SECOND) < 0) {
            return text.rejected(text.text() + " is shorter than one second", "write @every 1s or more");
        }
        BigDecimal[] seconds = nanos.divideAndRemainder(NANOS_OF_SECOND);
        if (seconds[0].compareTo(BigDecimal.valueOf(LONGEST_SECONDS)) > 0) {
            return text.rejected(text.text() + " is longer than 292 years", "write a shorter interval");
        }
        if (seconds[1].signum() != 0) {
            String whole = seconds[0].toBigInteger() + "s";
            return text.rejected(text.text() + " is not a whole number of seconds", "write @every " + whole);
        }
        return null;
    }

    private static int endOfNumber(String source, int begin) {
        int end = begin;
        while (end < source.length() && (source.charAt(end) == '.' || isDigit(source.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static int endOfUnit(String source, int begin) {
        int end = begin;
        while (end < source.length() && source.charAt(end) != '.' && !isDigit(source.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDecimal(String number) {
        return !number.isEmpty() && !number.equals(".") && number.indexOf('.') == number.lastIndexOf('.');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
