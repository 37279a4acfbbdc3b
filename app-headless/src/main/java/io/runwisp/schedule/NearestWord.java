package io.runwisp.schedule;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the word that somebody probably meant. */
final class NearestWord {

    private static final int SHORT_WORD = 4;

    private NearestWord() {
    }

    /** The candidate that is nearest to {@code word}, both in lower case, or null when none comes near. */
    static @Nullable String of(String word, Collection<String> candidates) {
        String nearest = null;
        int fewest = word.length() <= SHORT_WORD ? 2 : 3;
        for (String candidate : candidates) {
            int edits = edits(word, candidate);
            if (edits < fewest) {
                fewest = edits;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** How many letters must be put in, taken out or changed to turn one word into the other. */
    private static int edits(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[above.length];
            current[0] = row;
            for (int column = 1; column < above.length; column++) {
                int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                int either = Math.min(above[column], current[column - 1]) + 1;
                current[column] = Math.min(above[column - 1] + change, either);
            }
            above = current;
        }
        return above[other.length()];
    }
}
