package io.runwisp.view.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shortest way from one list of lines to another (Myers). The work grows with the number of lines times the number of differences, and there is a most for
 * both.
 */
final class LineDiff {

    /** More differences than these are another text. */
    static final int MOST_DIFFERENCES = 1000;

    private final int[] left;
    private final int[] right;
    private final int most;
    private final List<int[]> trace = new ArrayList<>();

    /**
     * Lines that are alike.
     *
     * @param left the place of the first on the left
     * @param right the place of the first on the right
     */
    record Alike(int left, int right, int length) {
    }

    private LineDiff(int[] left, int[] right, int most) {
        this.left = left;
        this.right = right;
        this.most = most;
    }

    /** What is alike, in order; empty when there are too many differences. */
    static Optional<List<Alike>> of(List<String> left, List<String> right) {
        return of(left, right, MOST_DIFFERENCES);
    }

    static Optional<List<Alike>> of(List<String> left, List<String> right, int most) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] lefts = numbered(left, numbers);
        int[] rights = numbered(right, numbers);
        int begin = 0;
        int shorter = Math.min(lefts.length, rights.length);
        while (begin < shorter && lefts[begin] == rights[begin]) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && lefts[lefts.length - 1 - end] == rights[rights.length - 1 - end]) {
            end++;
        }
        int from = begin;
        int tail = end;
        LineDiff middle = new LineDiff(Arrays.copyOfRange(lefts, begin, lefts.length - end),
                Arrays.copyOfRange(rights, begin, rights.length - end), most);
        return middle.steps().map(steps -> {
            List<Alike> alike = new ArrayList<>();
            add(alike, new Alike(0, 0, from));
            middle.back(steps)
                .forEach(piece -> add(alike,
                        new Alike(piece.left() + from, piece.right() + from, piece.length())));
            add(alike, new Alike(lefts.length - tail, rights.length - tail, tail));
            return List.copyOf(alike);
        });
    }

    private static int[] numbered(List<String> lines, Map<String, Integer> numbers) {
        int[] numbered = new int[lines.size()];
        int i = 0;
        for (String line : lines) {
            Integer known = numbers.putIfAbsent(line, numbers.size());
            numbered[i++] = known == null ? numbers.size() - 1 : known;
        }
        return numbered;
    }

    private static void add(List<Alike> alike, Alike piece) {
        Alike last = alike.isEmpty() ? new Alike(-1, -1, 0) : alike.getLast();
        if (piece.length() == 0) {
            return;
        }
        if (last.left() + last.length() == piece.left() && last.right() + last.length() == piece.right()) {
            alike.set(alike.size() - 1, new Alike(last.left(), last.right(), last.length() + piece.length()));
        } else {
            alike.add(piece);
        }
    }

    /** How many differences there are; what was reached with each number of them is remembered. */
    private Optional<Integer> steps() {
        int bound = Math.min(most, left.length + right.length);
        int[] reached = new int[2 * bound + 3];
        int middle = bound + 1;
        for (int steps = 0; steps <= bound; steps++) {
            for (int line = -steps; line <= steps; line += 2) {
                boolean down = line == -steps
                        || line != steps && reached[middle + line - 1] < reached[middle + line + 1];
                int x = down ? reached[middle + line + 1] : reached[middle + line - 1] + 1;
                while (x < left.length && x - line < right.length && x - line >= 0 && left[x] == right[x - line]) {
                    x++;
                }
                reached[middle + line] = x;
                if (x >= left.length && x - line >= right.length) {
                    remember(reached, middle, steps);
                    return Optional.of(steps);
                }
            }
            remember(reached, middle, steps);
        }
        return Optional.empty();
    }

    private void remember(int[] reached, int middle, int steps) {
        trace.add(Arrays.copyOfRange(reached, middle - steps, middle + steps + 1));
    }

    private List<Alike> back(int steps) {
        List<Alike> backwards = new ArrayList<>();
        int x = left.length;
        int y = right.length;
        for (int step = steps; step > 0; step--) {
            int[] before = trace.get(step - 1);
            int line = x - y;
            boolean down = line == -step || line != step && at(before, step, line - 1) < at(before, step, line + 1);
            int previous = down ? line + 1 : line - 1;
            int fromX = at(before, step, previous);
            int fromY = fromX - previous;
            int afterX = down ? fromX : fromX + 1;
            int afterY = down ? fromY + 1 : fromY;
            add(backwards, x - afterX, afterX, afterY);
            x = fromX;
            y = fromY;
        }
        add(backwards, x, 0, 0);
        return backwards.reversed();
    }

    private static void add(List<Alike> backwards, int length, int atLeft, int atRight) {
        if (length > 0) {
            backwards.add(new Alike(atLeft, atRight, length));
        }
    }

    /** How far a diagonal had come with one step less; those that did not exist yet had come nowhere. */
    private static int at(int[] before, int step, int line) {
        int index = line + step - 1;
        return index < 0 || index >= before.length ? Integer.MIN_VALUE : before[index];
    }
}
