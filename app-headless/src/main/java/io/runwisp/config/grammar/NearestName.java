package io.runwisp.config.grammar;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Did you mean: the known name that is nearest to one that somebody mistyped. */
public final class NearestName {

    private NearestName() {
    }

    /**
     * The candidate with the fewest edits from {@code written}, case aside; the first of equals in the collection's
     * order. Empty when even that one takes more than two edits or, in long names, than a third of the length, or
     * when the edits would leave no letter of either name in place.
     */
    public static Optional<String> in(Collection<String> candidates, String written) {
        String wanted = written.toLowerCase(Locale.ROOT);
        int best = Math.max(2, wanted.length() / 3) + 1;
        Optional<String> nearest = Optional.empty();
        for (String candidate : candidates) {
            String name = candidate.toLowerCase(Locale.ROOT);
            if (Math.abs(name.length() - wanted.length()) < best) {
                int distance = distance(name, wanted);
                if (distance < best && distance < Math.min(name.length(), wanted.length())) {
                    best = distance;
                    nearest = Optional.of(candidate);
                }
            }
        }
        return nearest;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
