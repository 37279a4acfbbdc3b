package io.runwisp.schedule;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A second reading of cron lines, for the oracle alone: it knows good lines only, asks each value of a field whether
 * the text names it, and shares no code with the parser.
 */
final class NaiveCron {

    private final String text;
    private final boolean[] seconds;
    private final boolean[] minutes;
    private final boolean[] hours;
    private final boolean[] days;
    private final boolean[] months;
    private final boolean[] weekdays;
    private final boolean bothDays;
    private final boolean wildcardHour;

    NaiveCron(String text) {
        this.text = text;
        String[] fields = text.toLowerCase(Locale.ROOT).split(" ");
        String[] six = fields.length == 6 ? fields : ("0 " + text.toLowerCase(Locale.ROOT)).split(" ");
        this.seconds = values(six[0], 0, 59, "");
        this.minutes = values(six[1], 0, 59, "");
        this.hours = values(six[2], 0, 23, "");
        this.days = values(six[3], 1, 31, "");
        this.months = values(six[4], 1, 12, "    jan feb mar apr may jun jul aug sep oct nov dec");
        this.weekdays = values(six[5], 0, 7, "sun mon tue wed thu fri sat");
        weekdays[0] |= weekdays[7];
        this.bothDays = "*?".indexOf(six[3].charAt(0)) >= 0 || "*?".indexOf(six[5].charAt(0)) >= 0;
        this.wildcardHour = "*?".indexOf(six[2].charAt(0)) >= 0;
    }

    String text() {
        return text;
    }

    boolean wildcardHour() {
        return wildcardHour;
    }

    /** Whether the line names this minute, whatever the seconds. */
    boolean names(LocalDateTime wall) {
        if (!minutes[wall.getMinute()] || !hours[wall.getHour()] || !months[wall.getMonthValue()]) {
            return false;
        }
        boolean day = days[wall.getDayOfMonth()];
        boolean weekday = weekdays[wall.getDayOfWeek().getValue() % 7];
        return bothDays ? day && weekday : day || weekday;
    }

    /** The seconds at which the line is due in a minute that it names, from the first. */
    int[] seconds() {
        return IntStream.range(0, 60).filter(second -> seconds[second]).toArray();
    }

    private static boolean[] values(String field, int min, int max, String names) {
        String[] parts = field.split(",", -1);
        List<IntPredicate> terms = Arrays.stream(parts).map(term -> term(term, min, max, names)).toList();
        boolean[] values = new boolean[max + 1];
        for (int value = min; value <= max; value++) {
            int candidate = value;
            values[value] = terms.stream().anyMatch(term -> term.test(candidate));
        }
        return values;
    }

    private static IntPredicate term(String term, int min, int max, String names) {
        String[] baseAndStep = term.split("/", -1);
        String base = baseAndStep[0];
        int step = baseAndStep.length == 2 ? Integer.parseInt(baseAndStep[1]) : 0;
        if (base.equals("*") || base.equals("?")) {
            return value -> step == 0 || (value - min) % step == 0;
        }
        String[] ends = base.split("-", -1);
        int low = value(ends[0], names);
        int named = value(ends[ends.length - 1], names);
        // A range that ends with the name of Sunday ends with the week.
        int end = ends.length == 2 && ends[1].equals("sun") && low > 0 ? 7 : named;
        int high = ends.length == 1 && step > 0 ? max : end;
        return value -> value >= low && value <= high && (step == 0 || (value - low) % step == 0);
    }

    private static int value(String text, String names) {
        int at = names.indexOf(text);
        return at < 0 || Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : at / 4;
    }
}
