package io.runwisp.view.log;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines with colours in them as spans. Only colours and styles are taken; other sequences are left out, and what is no whole sequence is shown, as signs that do
 * nothing to a screen.
 */
public final class Ansi {

    private static final char ESCAPE = '\u001b';
    private static final char BELL = '\u0007';
    private static final char DELETE = '\u007f';
    private static final int PICTURES = 0x2400;
    private static final char PICTURE_OF_DELETE = '\u2421';
    private static final char NO_SIGN = '\ufffd';
    private static final int TAB = 8;
    /** What is longer is no sequence. */
    private static final int LONGEST_SEQUENCE = 256;
    private static final int LONGEST_STRING = 4096;

    private final String line;
    private final List<Span> spans = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Style style = Style.PLAIN;
    private int length;
    private int at;

    private Ansi(String line) {
        this.line = line;
    }

    /** A line as spans; each line begins plain. */
    public static List<Span> spans(String line) {
        return isPlain(line)
                ? line.isEmpty() ? List.of() : List.of(new Span(line, Style.PLAIN))
                : new Ansi(line).read();
    }

    /** A line without colours, as it is searched and compared: the texts of its spans. */
    public static String plain(String line) {
        if (isPlain(line)) {
            return line;
        }
        StringBuilder plain = new StringBuilder(line.length());
        spans(line).forEach(span -> plain.append(span.text()));
        return plain.toString();
    }

    private static boolean isPlain(String line) {
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter < ' ' || letter >= DELETE && shown(letter) != letter) {
                return false;
            }
        }
        return true;
    }

    private List<Span> read() {
        while (at < line.length()) {
            char letter = line.charAt(at);
            if (letter == ESCAPE && sequence()) {
                continue;
            }
            at++;
            if (letter == '\t') {
                int blanks = TAB - length % TAB;
                text.repeat(' ', blanks);
                length += blanks;
            } else {
                text.append(shown(letter));
                length++;
            }
        }
        flush();
        return List.copyOf(spans);
    }

    /** Steps over a whole sequence; false when it is none. */
    private boolean sequence() {
        int next = at + 1;
        char kind = next < line.length() ? line.charAt(next) : ESCAPE;
        return switch (kind) {
            case '[' -> control(next + 1);
            case ']', 'P', 'X', '^', '_' -> string(next + 1);
            default -> false;
        };
    }

    private boolean control(int begin) {
        int end = begin;
        int last = Math.min(line.length(), begin + LONGEST_SEQUENCE);
        while (end < last && line.charAt(end) >= ' ' && line.charAt(end) <= '?') {
            end++;
        }
        if (end == last || line.charAt(end) < '@' || line.charAt(end) > '~') {
            return false;
        }
        if (line.charAt(end) == 'm') {
            select(line.substring(begin, end));
        }
        at = end + 1;
        return true;
    }

    private void select(String parameters) {
        // Private parameters and intermediates make it another thing that ends in the same letter.
        if (parameters.chars().allMatch(letter -> letter >= '0' && letter <= ';')) {
            Style next = Sgr.apply(style, parameters);
            if (!next.equals(style)) {
                flush();
                style = next;
            }
        }
    }

    private boolean string(int begin) {
        int last = Math.min(line.length(), begin + LONGEST_STRING);
        for (int end = begin; end < last; end++) {
            if (line.charAt(end) == BELL) {
                at = end + 1;
                return true;
            }
            if (line.charAt(end) == ESCAPE) {
                boolean ended = end + 1 < line.length() && line.charAt(end + 1) == '\\';
                at = ended ? end + 2 : at;
                return ended;
            }
        }
        return false;
    }

    private void flush() {
        if (!text.isEmpty()) {
            spans.add(new Span(text.toString(), style));
            text.setLength(0);
        }
    }

    /** A sign for what would do something to a screen or to the direction of a text. */
    private static char shown(char letter) {
        if (letter < ' ') {
            return (char) (PICTURES + letter);
        }
        if (letter == DELETE) {
            return PICTURE_OF_DELETE;
        }
        boolean turns = letter >= '\u202a' && letter <= '\u202e' || letter >= '\u2066' && letter <= '\u2069'
                || letter == '\u200e' || letter == '\u200f' || letter == '\u061c';
        boolean breaks = letter == '\u2028' || letter == '\u2029';
        return letter > DELETE && letter < '\u00a0' || turns || breaks ? NO_SIGN : letter;
    }
}
