package io.runwisp.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** A text broken into lines at its blanks. */
public final class Paragraph {

    private Paragraph() {
    }

    /** Breaks the text so that no line is wider than the limit; a word that is wider stays whole, to be copied. */
    public static List<String> lines(String text, int limit) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (Columns.of(text.substring(start)) > limit) {
            int end = breakAt(text, start, limit);
            if (end < 0) {
                break;
            }
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        lines.add(text.substring(start));
        return lines;
    }

    /** Where the line that begins at {@code start} ends: at the last blank that fits, else at the first there is. */
    private static int breakAt(String text, int start, int limit) {
        int best = -1;
        int columns = 0;
        for (int i = start; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (text.charAt(i) == ' ' && i > start) {
                if (columns > limit) {
                    return best < 0 ? i : best;
                }
                best = i;
            }
            columns += Columns.of(text.codePointAt(i));
        }
        return best;
    }
}
