package io.runwisp.output.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * What a terminal would show of a stream that is not finished yet. Mostly this is one row, which a line feed commits. Cursor movement between rows, a hidden
 * cursor or the alternate screen begin a <em>redraw</em>: up to 64 rows stay live, and only those that scroll out, are cleared away or are left behind are
 * committed. Every character takes one cell: a wide one is not told from a narrow one.
 */
final class Screen {

    /** The most rows that stay live. */
    static final int ROWS = 64;

    /** How far a cursor may be sent beyond the end of a row. */
    private static final int COLUMNS = 1024;
    /** The most cells of all live rows together. */
    private static final int MOST_CELLS = 4 * StreamText.LONGEST_LINE;
    private static final int SNAPSHOT_CELLS = 1024;

    private final RowText output;
    private final List<Row> rows = new ArrayList<>();
    private int row;
    private int column;
    private int savedRow;
    private int savedColumn;
    private long style;
    private boolean redrawing;

    Screen(RowText output) {
        this.output = output;
        rows.add(new Row());
    }

    /** Whether nothing is live, so that the next line may pass by. */
    boolean isIdle() {
        return !redrawing && column == 0 && style == Style.PLAIN && rows.getFirst().length() == 0;
    }

    boolean isRedrawing() {
        return redrawing;
    }

    long style() {
        return style;
    }

    /** Forgets the row that was not committed and goes on in another style. */
    void restart(long withStyle) {
        rows.getFirst().clear();
        column = 0;
        style = withStyle;
    }

    void put(int point) {
        Row current = rows.get(row);
        if (column >= StreamText.LONGEST_LINE) {
            if (row > 0) {
                commitAbove();
                current = rows.getFirst();
            }
            output.commitPart(current);
            column = current.length();
        }
        current.put(column++, point, style);
    }

    /** Puts ASCII text. */
    void put(byte[] text, int from, int to) {
        if (column + to - from > StreamText.LONGEST_LINE) {
            for (int i = from; i < to; i++) {
                put(text[i]);
            }
        } else {
            rows.get(row).put(column, text, from, to, style);
            column += to - from;
        }
    }

    void tab() {
        column = rows.get(row).tab(column, style);
    }

    void back() {
        column = Math.max(0, column - 1);
    }

    void carriageReturn() {
        column = 0;
    }

    void lineFeed() {
        column = 0;
        if (!redrawing) {
            commitFirst();
            return;
        }
        row++;
        if (row == rows.size()) {
            rows.add(new Row());
        }
        while (rows.size() > ROWS || rows.size() > 1 && cells() > MOST_CELLS) {
            commitFirst();
        }
    }

    /** Commits whatever is live: nothing more comes. */
    void end() {
        int last = Math.max(lastUsedRow(), row - 1);
        for (int i = 0; i <= last; i++) {
            commitFirst();
        }
        leaveRedraw();
        row = 0;
        column = 0;
        style = Style.PLAIN;
    }

    /** The live rows as text, for those who watch. */
    List<String> snapshot() {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i <= lastUsedRow(); i++) {
            shown.add(output.snapshot(rows.get(i), SNAPSHOT_CELLS));
        }
        return shown;
    }

    /** A control sequence is complete. */
    void control(EscapeParser sequence) {
        if (sequence.isForeign()) {
            return;
        }
        if (sequence.isPrivate()) {
            mode(sequence);
            return;
        }
        switch (sequence.last()) {
            case 'm' -> style = Style.after(style, sequence);
            case 'K' -> eraseInRow(sequence.parameter(0, 0));
            case 'J' -> eraseInScreen(sequence.parameter(0, 0));
            case 'A' -> moveTo(row - sequence.amount(0), column);
            case 'B' -> moveTo(row + sequence.amount(0), column);
            case 'C' -> moveInRow(column + sequence.amount(0));
            case 'D' -> moveInRow(column - sequence.amount(0));
            case 'E' -> moveTo(row + sequence.amount(0), 0);
            case 'F' -> moveTo(row - sequence.amount(0), 0);
            case 'G', '`' -> moveInRow(sequence.amount(0) - 1);
            case 'H', 'f' -> moveTo(sequence.amount(0) - 1, sequence.amount(1) - 1);
            case 'd' -> moveTo(sequence.amount(0) - 1, column);
            case 's' -> save();
            case 'u' -> restore();
            default -> {
                // Without effect on a log.
            }
        }
    }

    /** A two-byte escape is complete. */
    void escape(byte last) {
        switch (last) {
            case '7' -> save();
            case '8' -> restore();
            case 'M' -> moveTo(row - 1, column);
            case 'c' -> style = Style.PLAIN;
            default -> {
                // Without effect on a log.
            }
        }
    }

    private void mode(EscapeParser sequence) {
        boolean set = sequence.last() == 'h';
        if (!set && sequence.last() != 'l') {
            return;
        }
        for (int i = 0; i < sequence.count(); i++) {
            switch (sequence.parameter(i, 0)) {
                case 25 -> redraw(!set);
                case 47, 1047, 1049 -> redraw(set);
                default -> {
                    // Without effect on a log.
                }
            }
        }
    }

    private void redraw(boolean begin) {
        if (begin) {
            redrawing = true;
        } else if (redrawing) {
            if (lastUsedRow() > row) {
                end();
            } else {
                // The row of the cursor is the one that the program goes on writing.
                commitAbove();
                leaveRedraw();
            }
        }
    }

    private void eraseInRow(int part) {
        switch (part) {
            case 0 -> rows.get(row).truncate(column);
            case 1 -> rows.get(row).blankUpTo(column);
            case 2 -> rows.get(row).clear();
            default -> {
                // No such part.
            }
        }
    }

    private void eraseInScreen(int part) {
        switch (part) {
            case 0 -> {
                eraseInRow(0);
                for (int i = row + 1; i < rows.size(); i++) {
                    rows.get(i).clear();
                }
            }
            case 1 -> {
                eraseInRow(1);
                for (int i = 0; i < row; i++) {
                    rows.get(i).clear();
                }
            }
            case 2, 3 -> {
                int last = lastUsedRow();
                for (int i = 0; i <= last; i++) {
                    commitFirst();
                }
            }
            default -> {
                // No such part.
            }
        }
    }

    private void moveInRow(int to) {
        column = Math.clamp(to, 0, Math.max(COLUMNS, rows.get(row).length()));
    }

    private void moveTo(int toRow, int toColumn) {
        redrawing = true;
        row = Math.clamp(toRow, 0, ROWS - 1);
        while (rows.size() <= row) {
            rows.add(new Row());
        }
        moveInRow(toColumn);
    }

    private void save() {
        savedRow = row;
        savedColumn = column;
    }

    private void restore() {
        if (redrawing) {
            moveTo(savedRow, savedColumn);
        } else {
            moveInRow(savedColumn);
        }
    }

    private void commitAbove() {
        for (int above = row; above > 0; above--) {
            commitFirst();
        }
    }

    /** Commits the top row; the others move up, and the cursor with them. */
    private void commitFirst() {
        Row first = rows.removeFirst();
        output.commit(first);
        first.clear();
        if (rows.isEmpty()) {
            rows.add(first);
        }
        row = Math.max(0, row - 1);
    }

    private void leaveRedraw() {
        redrawing = false;
        while (rows.size() > 1) {
            rows.removeLast();
        }
    }

    private int lastUsedRow() {
        int last = rows.size() - 1;
        while (last >= 0 && rows.get(last).length() == 0) {
            last--;
        }
        return last;
    }

    private int cells() {
        int cells = 0;
        for (Row each : rows) {
            cells += each.length();
        }
        return cells;
    }
}
