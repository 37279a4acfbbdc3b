package io.runwisp.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows under headings, every column as wide as it must be. On a terminal that is too narrow, cells are cut. */
public final class Table {

    private static final int GAP = 2;
    private static final int NARROWEST = 8;

    private final List<String> headings;
    private final List<Row> rows = new ArrayList<>();

    private record Row(List<String> cells, @Nullable Tone tone) {
    }

    /** An empty table. */
    public Table(String... headings) {
        this.headings = List.of(headings);
    }

    /** Adds a row with one cell for each heading; cells hold no control characters. */
    public void row(String... cells) {
        row(null, cells);
    }

    /** The same, its first cell in this tone; null for none. */
    public void row(@Nullable Tone tone, String... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + headings.size() + " headings");
        }
        rows.add(new Row(List.of(cells), tone));
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
        for (Row row : rows) {
            line.setLength(0);
            append(line, row.cells(), widths, printer.glyphs());
            printer.line(painted(line.toString(), row, printer));
        }
    }

    private static String painted(String line, Row row, Printer printer) {
        String first = row.cells().getFirst();
        return row.tone() == null || !line.startsWith(first)
                ? line
                : printer.paint(row.tone(), first) + line.substring(first.length());
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
            for (Row row : rows) {
                widths[i] = Math.max(widths[i], Columns.of(row.cells().get(i)));
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
