package io.runwisp.cli.report;

/**
 * Where a part of a source line stands in the line as it is shown, with secrets hidden: what follows a hidden value has
 * moved, and the value itself has another length.
 *
 * @param start in UTF-16 units from 0
 * @param length at least 1; one unit behind the end is allowed
 */
record ShownSpan(int start, int length) {

    /** Finds the part of {@code line} in {@code shown}; for a part of what is hidden, all of that stands. */
    static ShownSpan of(String line, String shown, int start, int length) {
        int from = Math.clamp(start, 0, line.length());
        int to = Math.clamp((long) from + length, from, line.length());
        int same = commonPrefix(line, shown);
        int sameEnd = commonSuffix(line, shown, Math.min(line.length(), shown.length()) - same);
        Edges hidden = new Edges(same, line.length() - sameEnd, shown.length() - sameEnd);
        int shownFrom = from <= hidden.first || from >= hidden.last ? hidden.moved(from) : hidden.first;
        int shownTo = to <= hidden.first || to >= hidden.last ? hidden.moved(to) : hidden.shownLast;
        return new ShownSpan(shownFrom, Math.max(1, shownTo - shownFrom));
    }

    /** The stretch that differs: where it begins in both lines, where it ends in the source and where as shown. */
    private record Edges(int first, int last, int shownLast) {

        int moved(int index) {
            return index <= first ? index : index - last + shownLast;
        }
    }

    private static int commonPrefix(String one, String other) {
        int count = 0;
        while (count < one.length() && count < other.length() && one.charAt(count) == other.charAt(count)) {
            count++;
        }
        return count;
    }

    private static int commonSuffix(String one, String other, int most) {
        int count = 0;
        while (count < most
                && one.charAt(one.length() - 1 - count) == other.charAt(other.length() - 1 - count)) {
            count++;
        }
        return count;
    }
}
