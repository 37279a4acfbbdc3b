package io.runwisp.output.read.segment;

import io.runwisp.output.format.LineIndex;
import io.runwisp.output.format.LineIndex.Anchor;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Places of a text whose line numbers are known: the entries of its index, each believed only when a line really begins there, and those that counting has
 * passed.
 */
final class Anchors {

    private static final Anchor START = new Anchor(0, 0);
    private static final long SPACING = 1 << 20;
    private static final int MOST = 4096;

    private final TextFile text;
    private final LineIndex index;
    private final TreeMap<Long, Anchor> byLine = new TreeMap<>();
    private final TreeMap<Long, Anchor> byOffset = new TreeMap<>();
    private Anchor latest = START;

    Anchors(TextFile text, LineIndex index) {
        this.text = text;
        this.index = index;
    }

    /** The nearest one at or before the beginning of a line. A counted place may lie in the middle of a line, so it must be of an earlier one. */
    Anchor beforeLine(long line) throws IOException {
        int entry = (int) Math.min(line / LineIndex.STRIDE, index.size() - 1L);
        return later(fromIndex(entry, text.end()), byLine.lowerEntry(line));
    }

    /** The nearest one at or before an offset. */
    Anchor beforeOffset(long offset) throws IOException {
        int low = 0;
        int high = index.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (index.offset(middle) > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Anchor nearest = later(fromIndex(low - 1, offset), byOffset.floorEntry(offset));
        return latest.offset() <= offset && latest.offset() > nearest.offset() ? latest : nearest;
    }

    /** Remembers a place that counting has come to, unless there is one nearby. */
    void remember(Anchor anchor) {
        Map.@Nullable Entry<Long, Anchor> before = byOffset.floorEntry(anchor.offset());
        long since = anchor.offset() - (before == null ? 0 : before.getKey());
        if (since >= Math.max(SPACING, text.end() / MOST)) {
            byLine.put(anchor.line(), anchor);
            byOffset.put(anchor.offset(), anchor);
        }
    }

    /** Remembers the place that was counted to last: the next question is often about one shortly behind it. */
    void rememberLatest(Anchor anchor) {
        latest = anchor;
    }

    private Anchor fromIndex(int newest, long limit) throws IOException {
        for (int entry = newest; entry > 0; entry--) {
            Anchor anchor = new Anchor((long) entry * LineIndex.STRIDE, index.offset(entry));
            boolean possible = anchor.offset() <= limit && anchor.offset() >= anchor.line();
            if (possible && text.isLineStart(anchor.offset())) {
                return anchor;
            }
        }
        return START;
    }

    private static Anchor later(Anchor indexed, Map.@Nullable Entry<Long, Anchor> counted) {
        return counted == null || counted.getValue().line() <= indexed.line() ? indexed : counted.getValue();
    }
}
