package io.runwisp.cli.report;

import io.runwisp.cli.terminal.Glyphs;

/**
 * A source line as a terminal shows it, with marks under a part of it.
 *
 * @param text the line: tabs are blanks, control characters visible, what does not fit cut off
 * @param indent how many columns stand before the marks
 * @param marks how many columns are marked, at least 1
 */
record Snippet(String text, int indent, int marks) {

    /**
     * Lays a line out.
     *
     * @param start where the marked part begins in the line, in UTF-16 units from 0; beyond the end is allowed
     * @param length how long it is in UTF-16 units
     * @param room how many columns there are
     */
    static Snippet of(String line, int start, int length, int room, Glyphs glyphs) {
        LineCells cells = new LineCells(line, glyphs);
        int from = cells.columnAt(start);
        int marks = Math.max(1, cells.columnAt(Math.min(line.length(), start + length)) - from);
        int total = Math.max(cells.columns(), from + 1);
        if (total <= room) {
            return new Snippet(cells.window(0, total, "", ""), from, marks);
        }
        String ellipsis = glyphs.ellipsis();
        int first = windowStart(from, marks, total, room, ellipsis.length());
        boolean cutAtEnd = first + room < total;
        String text = cells.window(first, first + room, first > 0 ? ellipsis : "", cutAtEnd ? ellipsis : "");
        return new Snippet(text, from - first, Math.min(marks, first + room - from));
    }

    /** The first column shown: that of the line if the marks are near, else a third of the room before them. */
    private static int windowStart(int from, int marks, int total, int room, int ellipsis) {
        if (from + Math.min(marks, room / 2) <= room - ellipsis) {
            return 0;
        }
        return Math.max(0, Math.min(from - room / 3, total - room));
    }
}
