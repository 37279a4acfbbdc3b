package io.runwisp.schedule;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes up good cron lines, with a liking for the hours in which clocks change. */
public final class RandomCron {

    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    private final Random random;

    /** Makes lines from this source of chance. */
    public RandomCron(Random random) {
        this.random = random;
    }

    /** Another good line. */
    public String line() {
        String seconds = random.nextInt(10) == 0 ? random.nextInt(30) + "," + (30 + random.nextInt(30)) + " " : "";
        return seconds + field(0, 59, List.of()) + " " + hour() + " " + days();
    }

    private String hour() {
        return switch (random.nextInt(4)) {
            case 0 -> Integer.toString(random.nextInt(4));
            case 1 -> random.nextInt(3) + "-" + (3 + random.nextInt(21));
            default -> field(0, 23, List.of());
        };
    }

    private String days() {
        return switch (random.nextInt(4)) {
            case 0 -> "* * *";
            case 1 -> "* * " + field(0, 7, WEEKDAYS);
            default -> field(1, 31, List.of()) + " " + months() + " " + field(0, 7, WEEKDAYS);
        };
    }

    private String months() {
        return random.nextInt(3) == 0 ? field(1, 12, MONTHS) : "*";
    }

    private String field(int min, int max, List<String> names) {
        StringBuilder field = new StringBuilder(term(min, max, names));
        while (random.nextInt(4) == 0) {
            field.append(',').append(term(min, max, names));
        }
        return field.toString();
    }

    private String term(int min, int max, List<String> names) {
        int low = min + random.nextInt(max - min + 1);
        int high = low + random.nextInt(max - low + 1);
        String step = "/" + (1 + random.nextInt(max));
        return switch (random.nextInt(8)) {
            case 0 -> "*";
            case 1 -> random.nextBoolean() ? "?" : "?" + step;
            case 2 -> "*" + step;
            case 3 -> spelled(low, min, names) + step;
            case 4 -> spelled(low, min, names) + "-" + spelled(high, min, names);
            case 5 -> spelled(low, min, names) + "-" + spelled(high, min, names) + step;
            default -> spelled(low, min, names);
        };
    }

    private String spelled(int value, int min, List<String> names) {
        if (value - min >= names.size() || random.nextBoolean()) {
            return Integer.toString(value);
        }
        String name = names.get(value - min);
        return random.nextBoolean() ? name : name.toUpperCase(Locale.ROOT);
    }
}
