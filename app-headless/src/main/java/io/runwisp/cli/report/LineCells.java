package io.runwisp.cli.report;

import io.runwisp.cli.terminal.Columns;
import io.runwisp.cli.terminal.Glyphs;
import io.runwisp.cli.terminal.VisibleText;

/** A source line, character by character: how each is shown and in which column it begins. */
final class LineCells {

    private static final int TAB = 4;

    /** How the character at each UTF-16 index is shown; empty at the second half of a pair. */
    private final String[] shown;
    /** The column in which each UTF-16 index begins; one more entry for the end. */
    private final int[] column;

    LineCells(String line, Glyphs glyphs) {
        shown = new String[line.length()];
        column = new int[line.length() + 1];
        int at = 0;
        for (int i = 0; i < line.length(); i++) {
            int codePoint = line.codePointAt(i);
            column[i] = at;
            shown[i] = codePoint == '\t' ? " ".repeat(TAB - at % TAB) : VisibleText.of(codePoint, glyphs);
            at += Columns.of(shown[i]);
            if (Character.charCount(codePoint) == 2) {
                i++;
                column[i] = column[i - 1];
                shown[i] = "";
            }
        }
        column[line.length()] = at;
    }

    /** The columns of the whole line. */
    int columns() {
        return column[shown.length];
    }

    /** The column where the character at that UTF-16 index begins; past the end the columns go on one by one. */
    int columnAt(int index) {
        return index < shown.length ? column[index] : columns() + index - shown.length;
    }

    /**
     * What stands in the columns from {@code first} up to {@code end}, with the given signs at the two edges. A wide
     * character that only half fits becomes a blank, so that every other one keeps its column.
     */
    String window(int first, int end, String left, String right) {
        int from = first + left.length();
        int to = end - right.length();
        StringBuilder text = new StringBuilder(left);
        int at = from;
        for (int i = 0; i < shown.length; i++) {
            int width = Columns.of(shown[i]);
            boolean markWithoutBase = width == 0 && at == from;
            if (shown[i].isEmpty() || column[i] < from || column[i] + width > to || (markWithoutBase && from > 0)) {
                continue;
            }
            text.append(" ".repeat(column[i] - at)).append(shown[i]);
            at = column[i] + width;
        }
        if (!right.isEmpty()) {
            text.append(" ".repeat(Math.max(0, to - at))).append(right);
        }
        return text.toString();
    }
}
