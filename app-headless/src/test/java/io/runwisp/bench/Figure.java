package io.runwisp.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A measured value.
 *
 * @param what what was measured
 * @param unit its unit, such as {@code rows/s}; figures of one unit are held against the baseline of that unit
 * @param goal what was promised, or null
 */
public record Figure(String what, double value, String unit, @Nullable Goal goal) {

    private static final double LARGE = 100;
    private static final double SMALL = 1;

    /**
     * A promise about a value.
     *
     * @param most whether the bound is the greatest value that keeps it, otherwise the least
     */
    public record Goal(boolean most, double bound) {

        boolean isKept(double value) {
            return most ? value <= bound : value >= bound;
        }

        @Override
        public String toString() {
            return (most ? "at most " : "at least ") + text(bound);
        }
    }

    /** Whether it keeps its promise; one without a promise does. */
    public boolean isKept() {
        return goal == null || goal.isKept(value);
    }

    /** A value with as many decimals as mean something. */
    static String text(double value) {
        String format = value == Math.rint(value) || value >= LARGE ? "%,.0f" : value >= SMALL ? "%.1f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }
}
