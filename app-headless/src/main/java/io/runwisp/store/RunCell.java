package io.runwisp.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code run_counts}: how many runs there are that agree in all of these.
 *
 * @param number what it is called in the other counters
 */
record RunCell(long number, String taskName, String outcome, String triggeredBy, int exitCode, boolean retried,
        long n) {

    /** Reads a line for each, with tabs between; neither occurs in a name. */
    static List<RunCell> read(@Nullable String text) {
        return text == null ? List.of() : text.lines().map(RunCell::readLine).toList();
    }

    private static RunCell readLine(String line) {
        String[] parts = line.split("\t", -1);
        return new RunCell(Long.parseLong(parts[0]), parts[1], parts[2], parts[3], Integer.parseInt(parts[4]),
                parts[5].equals("1"), Long.parseLong(parts[6]));
    }
}
