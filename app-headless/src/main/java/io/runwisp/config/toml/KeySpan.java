package io.runwisp.config.toml;

import java.util.ArrayList;
import java.util.List;

/**
 * The dotted key that begins at a column of a line, segment by segment.
 *
 * @param header whether it stands in a {@code [table]} or {@code [[table]]} header
 * @param segments the parts between the dots
 * @param after the column behind the last segment and its blanks: that of {@code =} or {@code ]}
 */
record KeySpan(boolean header, List<Segment> segments, int after) {

    /** One part of a dotted key: its text without quotes, its column from 1 and its width with quotes. */
    record Segment(String text, int column, int width) {
    }

    /** Reads the key at a column; an unreadable one ends where it becomes unreadable. */
    static KeySpan at(String line, int column) {
        int at = column - 1;
        boolean header = at < line.length() && line.charAt(at) == '[';
        while (at < line.length() && line.charAt(at) == '[') {
            at++;
        }
        List<Segment> segments = new ArrayList<>();
        while (at < line.length()) {
            at = skipBlanks(line, at);
            int end = endOfSegment(line, at);
            if (end == at) {
                break;
            }
            boolean quoted = line.charAt(at) == '"' || line.charAt(at) == '\'';
            String text = quoted ? line.substring(at + 1, Math.max(at + 1, end - 1)) : line.substring(at, end);
            segments.add(new Segment(text, at + 1, end - at));
            at = skipBlanks(line, end);
            if (at >= line.length() || line.charAt(at) != '.') {
                break;
            }
            at++;
        }
        return new KeySpan(header, List.copyOf(segments), at + 1);
    }

    /** The column of the value behind {@code =}, or 0 when there is no {@code =}. */
    int valueColumn(String line) {
        int at = after - 1;
        return at < line.length() && line.charAt(at) == '=' ? skipBlanks(line, at + 1) + 1 : 0;
    }

    /** How wide the value at a column is, up to the end of its line. */
    static int widthOfValue(String line, int column) {
        int at = column - 1;
        if (at < 0 || at >= line.length()) {
            return 1;
        }
        int end = switch (line.charAt(at)) {
            case '"', '\'' -> endOfString(line, at);
            case '[', '{' -> endOfBracket(line, at);
            default -> endOfBare(line, at);
        };
        return Math.max(1, end - at);
    }

    private static int endOfSegment(String line, int at) {
        if (at < line.length() && (line.charAt(at) == '"' || line.charAt(at) == '\'')) {
            return endOfString(line, at);
        }
        int end = at;
        while (end < line.length() && isBareKey(line.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBareKey(char c) {
        return c == '_' || c == '-' || Character.isLetterOrDigit(c);
    }

    private static int endOfString(String line, int at) {
        char quote = line.charAt(at);
        boolean triple = line.startsWith(String.valueOf(quote).repeat(3), at);
        int width = triple ? 3 : 1;
        for (int i = at + width; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quote == '"') {
                i++;
            } else if (c == quote && (!triple || line.startsWith(String.valueOf(quote).repeat(3), i))) {
                return i + width;
            }
        }
        return line.length();
    }

    private static int endOfBracket(String line, int at) {
        int depth = 0;
        for (int i = at; i < line.length(); i++) {
            switch (line.charAt(i)) {
                case '"', '\'' -> i = endOfString(line, i) - 1;
                case '[', '{' -> depth++;
                case ']', '}' -> {
                    if (--depth == 0) {
                        return i + 1;
                    }
                }
                default -> {
                }
            }
        }
        return line.stripTrailing().length();
    }

    private static int endOfBare(String line, int at) {
        int end = at;
        while (end < line.length() && ",]}# \t".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static int skipBlanks(String line, int at) {
        int next = at;
        while (next < line.length() && (line.charAt(next) == ' ' || line.charAt(next) == '\t')) {
            next++;
        }
        return next;
    }
}
