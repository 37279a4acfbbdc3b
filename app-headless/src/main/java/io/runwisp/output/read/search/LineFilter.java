package io.runwisp.output.read.search;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.runwisp.output.text.RequiredText;
import io.runwisp.output.text.TextFinder;
import java.util.Arrays;
import java.util.Optional;

/** Decides which lines match, in two steps: quickly finding a line that may, then looking at its text. */
sealed interface LineFilter {

    /** An index within the first line between two indexes that may match, or -1. */
    int candidate(byte[] bytes, int from, int to);

    /** Whether the text between two indexes matches. */
    boolean matches(byte[] bytes, int from, int to);

    /** A filter for a text. */
    static LineFilter text(String text, boolean caseSensitive) {
        return new Containing(TextFinder.of(text, caseSensitive));
    }

    /** A filter for an expression; throws {@link PatternSyntaxException}. */
    static LineFilter expression(String expression, boolean caseSensitive) {
        Pattern pattern = Pattern.compile(expression, caseSensitive ? 0 : Pattern.CASE_INSENSITIVE);
        return new Matching(pattern.matcher(""),
                RequiredText.of(expression, caseSensitive).map(text -> TextFinder.of(text, caseSensitive)));
    }

    /** Lines that contain a text. */
    record Containing(TextFinder finder) implements LineFilter {

        @Override
        public int candidate(byte[] bytes, int from, int to) {
            return finder.find(bytes, from, to);
        }

        @Override
        public boolean matches(byte[] bytes, int from, int to) {
            return finder.find(bytes, from, to) >= 0;
        }
    }

    /**
     * Lines that an expression matches.
     *
     * @param required finds a text that every match contains, if there is one
     */
    record Matching(Matcher matcher, Optional<TextFinder> required) implements LineFilter {

        @Override
        public int candidate(byte[] bytes, int from, int to) {
            return required.isPresent() ? required.get().find(bytes, from, to) : from < to ? from : -1;
        }

        @Override
        public boolean matches(byte[] bytes, int from, int to) {
            return matcher.reset(Arrays.copyOfRange(bytes, from, to)).find();
        }
    }
}
