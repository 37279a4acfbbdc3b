package io.runwisp.output;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.runwisp.engine.OutputSink.Match;
import io.runwisp.output.text.RequiredText;
import io.runwisp.output.text.TextFinder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks into the lines of a run until one of its failure patterns is found; from then on, and without patterns, it does nothing. */
final class FailurePatterns {

    private static final String ANY_CASE = "(?i)";
    /** Where one of these stands, a bar need not part alternatives of the whole. */
    private static final String NESTING = "([\\";
    private static final int MOST_TEXT = 512;
    private static final byte ESCAPE = 0x1B;

    private final List<Wanted> wanted;
    private boolean looking;
    private Optional<Match> found = Optional.empty();

    FailurePatterns(List<String> patterns) {
        wanted = patterns.stream().map(Wanted::of).toList();
        looking = !wanted.isEmpty();
    }

    /**
     * A pattern.
     *
     * @param required texts of which one must be there, or none where that is not known: looking for them is many times faster
     */
    private record Wanted(String pattern, Matcher matcher, List<TextFinder> required) {

        static Wanted of(String pattern) {
            boolean anyCase = pattern.startsWith(ANY_CASE);
            String rest = anyCase ? pattern.substring(ANY_CASE.length()) : pattern;
            return new Wanted(pattern, Pattern.compile(pattern).matcher(""), required(rest, !anyCase));
        }

        private static List<TextFinder> required(String expression, boolean caseSensitive) {
            boolean nested = expression.chars().anyMatch(c -> NESTING.indexOf(c) >= 0);
            List<TextFinder> finders = new ArrayList<>();
            for (String alternative : nested ? new String[]{expression} : expression.split("\\|", -1)) {
                Optional<String> text = RequiredText.of(alternative, caseSensitive);
                if (text.isEmpty()) {
                    return List.of();
                }
                finders.add(TextFinder.of(text.get(), caseSensitive));
            }
            return List.copyOf(finders);
        }

        boolean mayBeIn(byte[] text, int from, int to) {
            for (TextFinder finder : required) {
                if (finder.find(text, from, to) >= 0) {
                    return true;
                }
            }
            return required.isEmpty();
        }

        boolean isIn(byte[] line) {
            return matcher.reset(line).find();
        }
    }

    boolean isLooking() {
        return looking;
    }

    Optional<Match> found() {
        return found;
    }

    /** Looks into a finished line, which has the number when it is in the log. */
    void look(byte[] text, int from, int to, OptionalLong line) {
        byte[] bytes = text;
        int begin = from;
        int end = to;
        if (hasEscape(text, from, to)) {
            bytes = withoutColours(text, from, to);
            begin = 0;
            end = bytes.length;
        }
        for (Wanted candidate : wanted) {
            if (candidate.mayBeIn(bytes, begin, end)) {
                byte[] whole = Arrays.copyOfRange(bytes, begin, end);
                if (candidate.isIn(whole)) {
                    looking = false;
                    found = Optional.of(new Match(candidate.pattern(), line, shown(whole)));
                    return;
                }
            }
        }
    }

    private static boolean hasEscape(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == ESCAPE) {
                return true;
            }
        }
        return false;
    }

    /** A finished line has no sequences but those that colour it, which end with an m. */
    private static byte[] withoutColours(byte[] text, int from, int to) {
        byte[] plain = new byte[to - from];
        int length = 0;
        boolean colour = false;
        for (int i = from; i < to; i++) {
            byte b = text[i];
            if (colour) {
                colour = b != 'm';
            } else if (b == ESCAPE) {
                colour = true;
            } else {
                plain[length++] = b;
            }
        }
        return Arrays.copyOf(plain, length);
    }

    private static String shown(byte[] line) {
        int end = Math.min(line.length, MOST_TEXT);
        while (end < line.length && end > 0 && (line[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(line, 0, end, StandardCharsets.UTF_8);
    }
}
