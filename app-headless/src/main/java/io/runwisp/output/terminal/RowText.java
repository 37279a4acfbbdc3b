package io.runwisp.output.terminal;

import java.util.Arrays;
import java.util.Optional;

/** Writes rows as lines: secrets out, colours as sequences, each line closed so that none bleeds into the next. */
final class RowText {

    /** No style has more bytes than this, with the one that ends a line. */
    private static final int STYLE_BYTES = 128;
    private static final int MOST_BYTES = 4;
    private static final int LARGE = 4096;
    private static final int[] NONE = new int[0];

    private final Redactor redactor;
    private final LineOutput output;
    private final GrowingBytes text = new GrowingBytes();
    private final GrowingBytes plain = new GrowingBytes();
    private int[] cells = NONE;

    RowText(Redactor redactor, LineOutput output) {
        this.redactor = redactor;
        this.output = output;
    }

    /** Commits a row as a line. */
    void commit(Row row) {
        Row shown = redacted(row);
        render(shown, true);
        output.line(text.array(), 0, text.length());
        release();
    }

    /** Commits the beginning of a row that has become too long and leaves the rest in it. */
    void commitPart(Row row) {
        int cut = row.length();
        if (!redactor.isEmpty()) {
            flatten(row);
            int at = redactor.cut(plain.array(), 0, plain.length());
            cut = at == 0 || at == plain.length() ? cut : cells[at];
        }
        Row shown = redacted(beginning(row, cut));
        row.removeFirst(cut);
        render(shown, true);
        output.part(text.array(), 0, text.length());
        release();
    }

    /** What a row shows for now; what could become a secret is kept back. */
    String snapshot(Row row, int mostCells) {
        int cut = Math.min(row.length(), mostCells);
        if (!redactor.isEmpty()) {
            flatten(row);
            int at = redactor.cut(plain.array(), 0, plain.length());
            cut = at == plain.length() ? cut : Math.min(cut, cells[at]);
        }
        Row shown = redacted(beginning(row, cut));
        render(shown, false);
        String snapshot = text.text();
        release();
        return snapshot;
    }

    /** A rare long row must not cost its memory for as long as the log is open. */
    private void release() {
        text.clear();
        plain.clear();
        if (cells.length > LARGE) {
            cells = NONE;
        }
    }

    private static Row beginning(Row row, int cells) {
        Row beginning = new Row();
        for (int i = 0; i < cells; i++) {
            beginning.add(row.point(i), row.style(i));
        }
        return beginning;
    }

    /** Writes cells into the text, in parts when it becomes too long for one line and parts are wanted. */
    private void render(Row row, boolean parts) {
        long style = Style.PLAIN;
        int i = 0;
        while (i < row.length()) {
            int room = (StreamText.LONGEST_LINE - STYLE_BYTES - text.length()) / MOST_BYTES;
            if (parts && room <= 0) {
                style = close(style);
                output.part(text.array(), 0, text.length());
                text.clear();
                continue;
            }
            if (row.style(i) != style) {
                Style.write(style, row.style(i), text);
                style = row.style(i);
            }
            int end = row.endOfStyle(i);
            end = parts ? Math.min(end, i + room) : end;
            row.write(i, end, text);
            i = end;
        }
        close(style);
    }

    private long close(long style) {
        if (style != Style.PLAIN) {
            Style.write(style, Style.PLAIN, text);
        }
        return Style.PLAIN;
    }

    /** The row itself when it shows no secret. */
    private Row redacted(Row row) {
        if (redactor.isEmpty()) {
            return row;
        }
        flatten(row);
        byte[] bytes = plain.array();
        Row shown = row;
        int done = 0;
        for (Optional<Redactor.Place> place = redactor.find(bytes, done, plain.length()); place
            .isPresent(); place = redactor
                .find(bytes, done, plain.length())) {
            shown = shown == row ? new Row() : shown;
            copy(row, done, place.get().from(), shown);
            long style = row.style(cells[place.get().from()]);
            for (int i = 0; i < Redactor.HIDDEN.length(); i++) {
                shown.add(Redactor.HIDDEN.charAt(i), style);
            }
            done = place.get().to();
        }
        if (shown != row) {
            copy(row, done, plain.length(), shown);
        }
        return shown;
    }

    /** Copies the cells whose bytes lie between two indexes, with the filled ones that follow a TAB. */
    private void copy(Row row, int from, int to, Row target) {
        int end = to == plain.length() ? row.length() : cells[to];
        for (int i = from == plain.length() ? row.length() : cells[from]; i < end; i++) {
            target.add(row.point(i), row.style(i));
        }
    }

    /** Writes the characters without styles, and the cell of each byte. */
    private void flatten(Row row) {
        plain.clear();
        if (cells.length < 4 * row.length()) {
            cells = Arrays.copyOf(cells, Math.max(4 * row.length(), 2 * cells.length));
        }
        for (int i = 0; i < row.length(); i++) {
            if (row.point(i) != Row.FILLED) {
                int before = plain.length();
                plain.addPoint(row.point(i));
                Arrays.fill(cells, before, plain.length(), i);
            }
        }
    }
}
