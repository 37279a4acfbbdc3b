package io.runwisp.config.grammar;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What somebody who wrote {@code 10 minutes} or {@code 5 MiB} meant. */
public final class UnitGuesses {

    private static final Map<String, List<String>> DURATIONS = Map.of("s",
            List.of("s", "sec", "secs", "second", "seconds"),
            "m", List.of("m", "min", "mins", "minute", "minutes"), "h", List.of("h", "hr", "hrs", "hour", "hours"), "d",
            List.of("d", "day", "days"), "w", List.of("w", "week", "weeks"), "ms",
            List.of("ms", "msec", "millis", "millisecond", "milliseconds"));
    private static final Map<String, Integer> LONG = Map.of("month", 30, "year", 365);
    private static final Map<String, List<String>> SIZES = Map.of("b", List.of("b", "byte", "bytes"), "kb",
            List.of("k", "kb", "kib", "kilobyte", "kilobytes"), "mb",
            List.of("m", "mb", "mib", "megabyte", "megabytes"), "gb",
            List.of("g", "gb", "gib", "gigabyte", "gigabytes"), "tb",
            List.of("t", "tb", "tib", "terabyte", "terabytes"));

    private UnitGuesses() {
    }

    /** A duration in the right spelling; a bare number is taken for seconds, a month for 30 days, a year for 365. */
    public static Optional<String> duration(String text) {
        String number = text.strip();
        if (!number.isEmpty() && number.length() < 10 && Ascii.areDigits(number)) {
            return Optional.of(number + "s");
        }
        Optional<String> rough = LONG.entrySet()
            .stream()
            .flatMap(unit -> days(text, unit.getKey(), unit.getValue()).stream())
            .findFirst();
        return rough.isPresent() ? rough : guess(text, DURATIONS);
    }

    private static Optional<String> days(String text, String unit, int days) {
        String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        boolean fits = words.length == 2 && (words[1].equals(unit) || words[1].equals(unit + "s"))
                && words[0].length() < 4
                && Ascii.areDigits(words[0]);
        return fits ? Optional.of(Integer.parseInt(words[0]) * days + "d") : Optional.empty();
    }

    /** A size in the right spelling. */
    public static Optional<String> size(String text) {
        return guess(text, SIZES);
    }

    private static Optional<String> guess(String text, Map<String, List<String>> units) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < lower.length() && (Ascii.isDigit(lower.charAt(end)) || lower.charAt(end) == '.')) {
            end++;
        }
        String number = lower.substring(0, end);
        String word = lower.substring(end).strip();
        return number.isEmpty()
                ? Optional.empty()
                : units.entrySet()
                    .stream()
                    .filter(unit -> unit.getValue().contains(word))
                    .map(unit -> number + unit.getKey())
                    .findFirst();
    }
}
