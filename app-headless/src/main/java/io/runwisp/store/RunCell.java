package io.runwisp.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Map<String, String> words = new HashMap<>();
        return text == null ? List.of() : text.lines().map(line -> readLine(line, words)).toList();
    }

    /**
     * The same cells, as they are now; empty when there are more of them.
     *
     * @param sizes a line for each, in the same order
     */
    static Optional<List<RunCell>> again(List<RunCell> known, @Nullable String sizes) {
        String text = sizes == null ? "" : sizes;
        List<RunCell> now = new ArrayList<>(known.size());
        int end = -1;
        for (RunCell cell : known) {
            int begin = end + 1;
            end = text.indexOf('\n', begin);
            boolean last = end < 0;
            if (begin >= text.length() || last != (now.size() + 1 == known.size())) {
                return Optional.empty();
            }
            long n = Long.parseLong(text, begin, last ? text.length() : end, 10);
            now.add(n == cell.n() ? cell : cell.withN(n));
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(now);
    }

    private RunCell withN(long now) {
        return new RunCell(number, taskName, outcome, triggeredBy, exitCode, retried, now);
    }

    /** @param words the names so far: the same one comes in many lines, and is kept once */
    private static RunCell readLine(String line, Map<String, String> words) {
        int name = line.indexOf('\t') + 1;
        int outcome = line.indexOf('\t', name) + 1;
        int trigger = line.indexOf('\t', outcome) + 1;
        int code = line.indexOf('\t', trigger) + 1;
        int retried = line.indexOf('\t', code) + 1;
        int n = line.indexOf('\t', retried) + 1;
        return new RunCell(Long.parseLong(line, 0, name - 1, 10), word(line.substring(name, outcome - 1), words),
                word(line.substring(outcome, trigger - 1), words), word(line.substring(trigger, code - 1), words),
                Integer.parseInt(line, code, retried - 1, 10), line.charAt(retried) == '1',
                Long.parseLong(line, n, line.length(), 10));
    }

    private static String word(String found, Map<String, String> words) {
        String known = words.putIfAbsent(found, found);
        return known == null ? found : known;
    }
}
