package io.runwisp.config.problem;

import java.util.Comparator;
import java.util.TreeMap;

/**
 * Keeps what references brought in out of messages. Whatever a rule quotes, a value that stands in the environment or in another file is shown as the
 * reference that the configuration holds.
 */
final class Disguise {

    /** A shorter value is a word or a number that messages are made of, and no secret worth the name. */
    private static final int SHORTEST = 6;

    /** The longest first, so that no part of a longer one stays behind. */
    private final TreeMap<String, String> references = new TreeMap<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    void add(String value, String reference) {
        if (value.length() >= SHORTEST) {
            references.put(value, reference);
        }
    }

    Problem over(Problem problem) {
        return references.isEmpty()
                ? problem
                : new Problem(problem.severity(), problem.place(), over(problem.key()), over(problem.message()),
                        over(problem.expected()), over(problem.remedy()));
    }

    /** One pass from left to right, because a reference may itself look like another value. */
    private String over(String text) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            String value = valueAt(text, at);
            if (value.isEmpty()) {
                shown.append(text.charAt(at++));
            } else {
                shown.append(references.get(value));
                at += value.length();
            }
        }
        return shown.toString();
    }

    private String valueAt(String text, int at) {
        for (String value : references.keySet()) {
            if (text.startsWith(value, at)) {
                return value;
            }
        }
        return "";
    }
}
