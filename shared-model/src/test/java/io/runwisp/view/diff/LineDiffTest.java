package io.runwisp.view.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.view.diff.LineDiff.Alike;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LineDiffTest {

    @Test
    void equalListsAndEmptyOnesAreAlike() {
        assertEquals(Optional.of(List.of(new Alike(0, 0, 2))), LineDiff.of(List.of("a", "b"), List.of("a", "b")));
        assertEquals(Optional.of(List.of()), LineDiff.of(List.of(), List.of()));
        assertEquals(Optional.of(List.of()), LineDiff.of(List.of("a"), List.of()));
    }

    /** Five hundred pairs; the longest common subsequence by the book is the judge. */
    @Test
    void asMuchAsCanBeAlikeIsAlikeAndEachPieceReallyIs() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<String> left = made(random);
            List<String> right = made(random);
            List<Alike> pieces = LineDiff.of(left, right).orElseThrow();
            int atLeft = 0;
            int atRight = 0;
            int alike = 0;
            for (Alike piece : pieces) {
                assertTrue(piece.left() >= atLeft && piece.right() >= atRight && piece.length() > 0, "seed " + seed);
                atLeft = piece.left() + piece.length();
                atRight = piece.right() + piece.length();
                assertEquals(left.subList(piece.left(), atLeft), right.subList(piece.right(), atRight), "seed " + seed);
                alike += piece.length();
            }
            assertEquals(longest(left, right), alike, "seed " + seed);
        }
    }

    @Test
    void moreDifferencesThanTheMostAreTooDifferentAndExactlyTheMostAreNot() {
        List<String> left = Collections.nCopies(5, "l");
        List<String> right = Collections.nCopies(5, "r");
        assertTrue(LineDiff.of(left, right, 10).isPresent());
        assertTrue(LineDiff.of(left, right, 9).isEmpty());
    }

    @Test
    void longTextsThatHaveNothingInCommonAreGivenUpSoon() {
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        for (int i = 0; i < TextDiff.MOST_LINES; i++) {
            left.add("l" + i);
            right.add("r" + i);
        }
        assertEquals(Optional.empty(), LineDiff.of(left, right));
        right.clear();
        right.addAll(left);
        right.set(5, "x");
        right.remove(19_000);
        assertEquals(3, LineDiff.of(left, right).orElseThrow().size());
    }

    private static List<String> made(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(25); i > 0; i--) {
            lines.add("" + random.nextInt(5));
        }
        return lines;
    }

    private static int longest(List<String> left, List<String> right) {
        int[][] best = new int[left.size() + 1][right.size() + 1];
        for (int i = 1; i <= left.size(); i++) {
            for (int j = 1; j <= right.size(); j++) {
                best[i][j] = left.get(i - 1).equals(right.get(j - 1))
                        ? best[i - 1][j - 1] + 1
                        : Math.max(best[i - 1][j], best[i][j - 1]);
            }
        }
        return best[left.size()][right.size()];
    }
}
