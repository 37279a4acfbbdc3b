package io.runwisp.output.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds a text with characters beyond ASCII in any case. The text and what is compared with it are folded character by character (ß stays ß, as it does in
 * RE2), and a character in another case may have another length.
 */
final class FoldedFinder implements TextFinder {

    private static final int LAST_WITH_CASE = 0x1ffff;

    private final int[] text;
    private final int pivot;
    private final List<byte[]> pivots;
    private final boolean[] endsPivot = new boolean[256];

    FoldedFinder(String query) {
        text = query.codePoints().map(FoldedFinder::fold).toArray();
        int rare = 0;
        while (rare < text.length - 1 && text[rare] < 0x80) {
            rare++;
        }
        pivot = rare;
        pivots = spellings(text[rare]);
        pivots.forEach(spelling -> endsPivot[spelling[spelling.length - 1] & 0xff] = true);
    }

    @Override
    public int find(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (endsPivot[bytes[at] & 0xff]) {
                int start = around(bytes, from, at + 1, to);
                if (start >= 0) {
                    return start;
                }
            }
        }
        return -1;
    }

    /** Where the text begins whose pivot ends at an index, or -1. */
    private int around(byte[] bytes, int from, int end, int to) {
        for (byte[] spelling : pivots) {
            int start = end - spelling.length;
            if (start >= from && Arrays.equals(bytes, start, end, spelling, 0, spelling.length)
                    && standsBehind(bytes, end, to)) {
                int before = before(bytes, from, start);
                if (before >= 0) {
                    return before;
                }
            }
        }
        return -1;
    }

    private boolean standsBehind(byte[] bytes, int end, int to) {
        int at = end;
        for (int i = pivot + 1; i < text.length; i++) {
            int point = Utf8Points.at(bytes, at, to);
            if (point < 0 || fold(point) != text[i]) {
                return false;
            }
            at += Utf8Points.length(point);
        }
        return true;
    }

    private int before(byte[] bytes, int from, int start) {
        int at = start;
        for (int i = pivot - 1; i >= 0; i--) {
            int point = Utf8Points.before(bytes, from, at);
            if (point < 0 || fold(point) != text[i]) {
                return -1;
            }
            at -= Utf8Points.length(point);
        }
        return at;
    }

    private static int fold(int point) {
        return Character.toLowerCase(Character.toUpperCase(point));
    }

    private static List<byte[]> spellings(int folded) {
        List<byte[]> spellings = new ArrayList<>();
        for (int point = 0; point <= LAST_WITH_CASE; point++) {
            if (fold(point) == folded) {
                spellings.add(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        }
        if (folded > LAST_WITH_CASE) {
            spellings.add(Character.toString(folded).getBytes(StandardCharsets.UTF_8));
        }
        return spellings;
    }
}
