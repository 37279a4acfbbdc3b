package io.runwisp.output.terminal;

import java.util.Arrays;

/** One row of a screen: a character and a style per cell. A TAB takes its cell and fills those up to its stop, until something is written over it. */
final class Row {

    /** Stands in the cells that a TAB has skipped. */
    static final int FILLED = -1;

    private static final int SMALL = 128;
    private static final int LARGE = 1024;
    private static final int TAB_STOP = 8;

    private int[] points = new int[SMALL];
    private long[] styles = new long[SMALL];
    private int length;
    private boolean tabs;

    int length() {
        return length;
    }

    int point(int column) {
        return points[column];
    }

    long style(int column) {
        return styles[column];
    }

    void put(int column, int point, long style) {
        if (column >= length) {
            reach(column);
            length = column + 1;
        } else if (tabs && (points[column] == '\t' || points[column] == FILLED)) {
            openTab(column);
        }
        points[column] = point;
        styles[column] = style;
    }

    /** Writes ASCII text from a column on. */
    void put(int column, byte[] text, int from, int to, long style) {
        int end = column + to - from;
        if (column > length || column < length && tabs) {
            for (int i = from; i < to; i++) {
                put(column + i - from, text[i], style);
            }
            return;
        }
        reach(end);
        for (int i = column, j = from; j < to; i++, j++) {
            points[i] = text[j];
        }
        Arrays.fill(styles, column, end, style);
        length = Math.max(length, end);
    }

    /** A TAB: at the end of the row it becomes part of it, within the row it only moves. Returns the next column. */
    int tab(int column, long style) {
        int stop = (column / TAB_STOP + 1) * TAB_STOP;
        if (column >= length) {
            tabs = true;
            put(column, '\t', style);
            for (int i = column + 1; i < stop; i++) {
                put(i, FILLED, style);
            }
        }
        return stop;
    }

    void clear() {
        length = 0;
        tabs = false;
        if (points.length > LARGE) {
            points = new int[SMALL];
            styles = new long[SMALL];
        }
    }

    /** Leaves out the cells from a column on. */
    void truncate(int column) {
        if (column < length) {
            openTab(column);
            length = column;
        }
    }

    /** Empties the cells up to and with a column. */
    void blankUpTo(int column) {
        for (int i = Math.min(column, length - 1); i >= 0; i--) {
            put(i, ' ', Style.PLAIN);
        }
    }

    /** Leaves out the first cells; what follows moves to their place. */
    void removeFirst(int count) {
        System.arraycopy(points, count, points, 0, length - count);
        System.arraycopy(styles, count, styles, 0, length - count);
        length -= count;
    }

    void add(int point, long style) {
        reach(length);
        points[length] = point;
        styles[length] = style;
        tabs |= point == '\t';
        length++;
    }

    /** Where the cells end that have the style of a column. */
    int endOfStyle(int column) {
        long style = styles[column];
        int end = column + 1;
        while (end < length && styles[end] == style) {
            end++;
        }
        return end;
    }

    /** Adds the characters of cells to a text. */
    void write(int from, int to, GrowingBytes text) {
        text.addPoints(points, from, to);
    }

    /** Makes room for a column; what lies between it and the end becomes blank. */
    private void reach(int column) {
        if (column >= points.length) {
            int capacity = Math.max(column + 1, 2 * points.length);
            points = Arrays.copyOf(points, capacity);
            styles = Arrays.copyOf(styles, capacity);
        }
        for (int i = length; i < column; i++) {
            points[i] = ' ';
            styles[i] = Style.PLAIN;
        }
    }

    /** Turns the TAB that covers a column into blanks. */
    private void openTab(int column) {
        int start = column;
        while (start > 0 && points[start] == FILLED) {
            start--;
        }
        if (points[start] != '\t') {
            return;
        }
        points[start] = ' ';
        for (int i = start + 1; i < length && points[i] == FILLED; i++) {
            points[i] = ' ';
        }
    }
}
