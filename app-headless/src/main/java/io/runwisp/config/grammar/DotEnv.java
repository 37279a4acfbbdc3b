package io.runwisp.config.grammar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a dotenv file says: lines of {@code KEY=VALUE}, blank lines and lines that begin with {@code #}.
 *
 * <p>Values are literal: no expansion, no escapes, no comment after a value, one line each. Blanks around key and value
 * do not count; one pair of equal quotes around a value is taken off and keeps the blanks within.
 *
 * @param entries by key; of several lines with one key the last counts
 * @param faults the lines that say nothing usable, in order
 */
public record DotEnv(SequencedMap<String, Entry> entries, List<Fault> faults) {

    private static final String EXPORT = "export";

    public DotEnv {
        entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
        faults = List.copyOf(faults);
    }

    /** One variable and the line that sets it, counted from 1. */
    public record Entry(String key, String value, int line) {

        /** Leaves the value out, because it may be a secret. */
        @Override
        public String toString() {
            return key + " in line " + line;
        }
    }

    /** A line, counted from 1, and what is wrong with it, without any text that may be part of a value. */
    public record Fault(int line, String reason) {
    }

    /** Reads the text of a file. */
    public static DotEnv read(String text) {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        int at = text.startsWith("\ufeff") ? 1 : 0;
        for (int line = 1; at <= text.length(); line++) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            readLine(text.substring(at, end).strip(), line, entries, faults);
            at = end + 1;
        }
        return new DotEnv(entries, faults);
    }

    private static void readLine(String written, int line, SequencedMap<String, Entry> entries, List<Fault> faults) {
        if (written.isEmpty() || written.startsWith("#")) {
            return;
        }
        String assignment = withoutExport(written);
        int equals = assignment.indexOf('=');
        if (equals < 0) {
            faults.add(new Fault(line, "there is no = in it, expected KEY=VALUE"));
            return;
        }
        String key = assignment.substring(0, equals).strip();
        String value = unquoted(assignment.substring(equals + 1).strip());
        Optional<String> badKey = EnvNames.faultOfKey(key);
        if (badKey.isPresent()) {
            // The text before the = is not repeated: it may be a piece of a secret that was broken over lines.
            faults.add(new Fault(line, badKey.get()));
            return;
        }
        Optional<String> badValue = EnvNames.faultOfValue(value);
        if (badValue.isPresent()) {
            faults.add(new Fault(line, key + ": " + badValue.get()));
            return;
        }
        entries.putLast(key, new Entry(key, value, line));
    }

    private static String withoutExport(String line) {
        boolean exported = line.startsWith(EXPORT)
                && line.length() > EXPORT.length()
                && Character.isWhitespace(line.charAt(EXPORT.length()));
        String rest = exported ? line.substring(EXPORT.length()).strip() : line;
        // "export = x" sets a variable of that name.
        return rest.startsWith("=") ? line : rest;
    }

    private static String unquoted(String value) {
        int last = value.length() - 1;
        boolean quoted = last >= 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(0) == value.charAt(last);
        return quoted ? value.substring(1, last) : value;
    }
}
