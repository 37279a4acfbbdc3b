package io.runwisp.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many runs that pass a filter agree in one thing.
 *
 * @param value the day, band, cell, unit, outcome or exit code that they agree in
 */
record RunTally(String value, long n) {

    /** Reads a line for each, with a tab between; neither occurs in a name. */
    static List<RunTally> read(@Nullable String text) {
        return text == null ? List.of() : text.lines().map(RunTally::readLine).toList();
    }

    private static RunTally readLine(String line) {
        int tab = line.lastIndexOf('\t');
        return new RunTally(line.substring(0, tab), Long.parseLong(line, tab + 1, line.length(), 10));
    }

    long number() {
        return Long.parseLong(value);
    }
}
