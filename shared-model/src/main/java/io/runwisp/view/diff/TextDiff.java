package io.runwisp.view.diff;

import io.runwisp.model.Word;
import io.runwisp.view.diff.LineDiff.Alike;
import io.runwisp.view.log.Ansi;
import io.runwisp.view.words.Spans;
import io.runwisp.wire.log.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two texts side by side.
 *
 * @param rows what differs with some lines around it; none when nothing does, and when too much does
 * @param alike how many lines are alike
 * @param left how many lines the left one alone has
 * @param right how many lines the right one alone has
 * @param note what is not compared and why; null when all is
 */
public record TextDiff(List<Row> rows, int alike, int left, int right, @Nullable String note) {

    /** How many lines of each text are compared: the last. */
    public static final int MOST_LINES = 20_000;
    /** How many rows are shown. */
    public static final int MOST_ROWS = 2000;

    private static final int AROUND = 3;

    public TextDiff {
        rows = List.copyOf(rows);
    }

    /** What sort of row it is. */
    public enum Kind implements Word {
        /** Alike but for what differs in every run. */
        ALIKE("alike"),
        /** The right line stands where the left one stood. */
        CHANGED("changed"),
        /** Only on the left. */
        LEFT("left"),
        /** Only on the right. */
        RIGHT("right"),
        /** Lines that are alike and left out. */
        FOLD("fold");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /**
     * A row.
     *
     * @param leftNumber the number of the left line, counted from 1; empty for none
     * @param left the left line without its colours; of a fold, how many lines there are
     * @param rightNumber the number of the right line, counted from 1; empty for none
     */
    public record Row(Kind kind, String leftNumber, String left, String rightNumber, String right) {
    }

    /** Whether nothing differs that does not differ in every run. */
    public boolean same() {
        return left == 0 && right == 0 && rows.isEmpty();
    }

    static TextDiff of(List<LogLine> left, List<LogLine> right) {
        List<LogLine> lefts = last(left);
        List<LogLine> rights = last(right);
        String note = lefts.size() < left.size() || rights.size() < right.size()
                ? "Only the last " + Spans.count(MOST_LINES, "line", "lines") + " are compared."
                : null;
        Optional<List<Alike>> pieces = LineDiff.of(masked(lefts), masked(rights));
        if (pieces.isEmpty()) {
            return new TextDiff(List.of(), 0, lefts.size(), rights.size(),
                    "The two are too different to be compared line by line: more than " + LineDiff.MOST_DIFFERENCES
                            + " lines differ.");
        }
        int alike = pieces.get().stream().mapToInt(Alike::length).sum();
        List<Row> rows = new Rows(lefts, rights).of(pieces.get());
        if (rows.size() > MOST_ROWS) {
            rows = rows.subList(0, MOST_ROWS);
            note = "Only the first " + MOST_ROWS + " rows are shown.";
        }
        return new TextDiff(rows, alike, lefts.size() - alike, rights.size() - alike, note);
    }

    private static List<LogLine> last(List<LogLine> lines) {
        return lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
    }

    private static List<String> masked(List<LogLine> lines) {
        return lines.stream().map(line -> line.stream() + ' ' + Masks.mask(Ansi.plain(line.text()))).toList();
    }

    private static final class Rows {

        private final List<LogLine> left;
        private final List<LogLine> right;
        private final List<Row> rows = new ArrayList<>();

        Rows(List<LogLine> left, List<LogLine> right) {
            this.left = left;
            this.right = right;
        }

        List<Row> of(List<Alike> pieces) {
            int atLeft = 0;
            int atRight = 0;
            for (Alike piece : pieces) {
                differing(atLeft, piece.left(), atRight, piece.right());
                boolean first = piece.left() == 0 && piece.right() == 0;
                atLeft = piece.left() + piece.length();
                atRight = piece.right() + piece.length();
                alike(piece, first, atLeft == left.size() && atRight == right.size());
            }
            differing(atLeft, left.size(), atRight, right.size());
            return rows;
        }

        private void differing(int leftFrom, int leftTo, int rightFrom, int rightTo) {
            int pairs = Math.min(leftTo - leftFrom, rightTo - rightFrom);
            for (int i = 0; i < pairs; i++) {
                add(Kind.CHANGED, left.get(leftFrom + i), right.get(rightFrom + i));
            }
            left.subList(leftFrom + pairs, leftTo).forEach(line -> add(Kind.LEFT, line, null));
            right.subList(rightFrom + pairs, rightTo).forEach(line -> add(Kind.RIGHT, null, line));
        }

        private void alike(Alike piece, boolean first, boolean last) {
            int head = first ? 0 : Math.min(AROUND, piece.length());
            int tail = last ? 0 : Math.min(AROUND, piece.length() - head);
            int folded = piece.length() - head - tail;
            alike(piece, 0, head);
            if (folded > 0 && !(first && last)) {
                rows.add(new Row(Kind.FOLD, "", Spans.count(folded, "line", "lines") + " alike", "", ""));
            }
            alike(piece, piece.length() - tail, piece.length());
        }

        private void alike(Alike piece, int from, int to) {
            for (int i = from; i < to; i++) {
                add(Kind.ALIKE, left.get(piece.left() + i), right.get(piece.right() + i));
            }
        }

        private void add(Kind kind, @Nullable LogLine atLeft, @Nullable LogLine atRight) {
            rows.add(new Row(kind, number(atLeft), text(atLeft), number(atRight), text(atRight)));
        }

        private static String number(@Nullable LogLine line) {
            return line == null ? "" : Long.toString(line.n() + 1);
        }

        private static String text(@Nullable LogLine line) {
            return line == null ? "" : Ansi.plain(line.text());
        }
    }
}
