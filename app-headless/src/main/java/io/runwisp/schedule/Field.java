package io.runwisp.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a cron line, in the order in which they are written; the first may be left out. */
enum Field {
    SECOND("second", 0, 59),
    MINUTE("minute", 0, 59),
    HOUR("hour", 0, 23),
    DAY("day of month", 1, 31),
    MONTH("month", 1, 12),
    /** Counts to 7, which is Sunday again; {@link CronLine} folds it. */
    WEEKDAY("day of week", 0, 7);

    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    private final String word;
    private final int min;
    private final int max;

    Field(String word, int min, int max) {
        this.word = word;
        this.min = min;
        this.max = max;
    }

    String word() {
        return word;
    }

    int min() {
        return min;
    }

    int max() {
        return max;
    }

    /** The highest value that is not a second number for another one. */
    int last() {
        return this == WEEKDAY ? 6 : max;
    }

    /** The names of the values from {@link #min} on, in lower case; empty when values have none. */
    List<String> names() {
        return switch (this) {
            case MONTH -> MONTHS;
            case WEEKDAY -> WEEKDAYS;
            default -> List.of();
        };
    }

    String range() {
        return min + "-" + max;
    }

    /** The value that a name in lower case stands for, or -1. */
    int valueNamed(String name) {
        int index = names().indexOf(name);
        return index < 0 ? -1 : min + index;
    }

    /** How a value is written: by its name where it has one and names are wanted, else as a number. */
    String spelled(int value, boolean byName) {
        return byName && value - min < names().size() ? names().get(value - min) : Integer.toString(value);
    }

    /** The field that knows this name, in lower case, or null. */
    static @Nullable Field knowing(String name) {
        for (Field field : values()) {
            if (field.names().contains(name)) {
                return field;
            }
        }
        return null;
    }
}
