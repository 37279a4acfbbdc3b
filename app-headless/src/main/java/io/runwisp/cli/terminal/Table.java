package io.runwisp.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings, every column as wide as it must be. On a terminal that is too narrow, cells are cut. */
public final class Table {

    private static final int GAP = 2;
    private static final int NARROWEST = 8;

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    /** An empty table. */
    public Table(String... headings) {
        this.headings = List.of(headings);
    }

    /** Adds a row with one cell for each heading; cells hold no control characters. */
    public void row(String... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + headings.size() + " headings");
        }
        rows.add(List.of(cells));
    }

    /** Prints headings and rows. A pipe gets every cell whole. */
    public void print(Printer printer) {
        int[] widths = widths();
        if (printer.terminal()) {
            narrow(widths, printer.width());
        }
        StringBuilder line = new StringBuilder();
        append(line, headings, widths, printer.glyphs());
        printer.line(printer.paint(Tone.STRONG, line.toString()));
        for (List<String> row : rows) {
            line.setLength(0);
            append(line, row, widths, printer.glyphs());
            printer.line(line.toString());
        }
    }

    private static void append(StringBuilder line, List<String> cells, int[] widths, Glyphs glyphs) {
        int end = 0;
        int at = 0;
        for (int i = 0; i < widths.length; i++) {
            String cell = Columns.cut(cells.get(i), widths[i], glyphs.ellipsis());
            if (!cell.isEmpty()) {
                line.append(" ".repeat(at - end)).append(cell);
                end = at + Columns.of(cell);
            }
            at += widths[i] + GAP;
        }
    }

    private int[] widths() {
        int[] widths = new int[headings.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Columns.of(headings.get(i));
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
            }
        }
        return widths;
    }

    /** Takes from the last column first, down to its heading, then from whichever column is widest. */
    private void narrow(int[] widths, int room) {
        int surplus = (widths.length - 1) * GAP - room;
        for (int width : widths) {
            surplus += width;
        }
        int last = widths.length - 1;
        int given = Math.clamp(surplus, 0, widths[last] - Columns.of(headings.get(last)));
        widths[last] -= given;
        for (int left = surplus - given; left > 0; left--) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                return;
            }
            widths[widest]--;
        }
    }
}
