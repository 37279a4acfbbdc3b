package io.runwisp.view.search;

import io.runwisp.view.search.SearchView.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is searched for, whatever the case: words that must all be there, in whatever order. */
public final class Needle {

    /** What a text is worth that does not fit. */
    public static final int NOT_THERE = 0;

    private static final int SCATTERED = 10;
    private static final int WITHIN = 40;
    private static final int AT_A_WORD = 60;
    private static final int AT_THE_BEGINNING = 80;
    private static final int ALL_OF_IT = 100;
    private static final int LEAST_SCATTERED = 3;
    private static final int MOST_WORDS = 8;

    private final List<String> words;

    /** What was typed. */
    public Needle(String typed) {
        words = List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
            .stream()
            .filter(word -> !word.isEmpty())
            .limit(MOST_WORDS)
            .toList();
    }

    /** Whether nothing is searched for. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** How well a text fits; {@link #NOT_THERE} when a word is not in it. */
    public int in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int least = ALL_OF_IT;
        for (String word : words) {
            least = Math.min(least, in(lower, word));
        }
        return isEmpty() ? NOT_THERE : least;
    }

    /** The same; letters that are there one after the other, with others between, count a little. */
    public int inName(String name) {
        int fits = in(name);
        return fits == NOT_THERE && words.size() == 1 && words.getFirst().length() >= LEAST_SCATTERED
                && scattered(name.toLowerCase(Locale.ROOT), words.getFirst()) ? SCATTERED : fits;
    }

    private static int in(String lower, String word) {
        int at = lower.indexOf(word);
        if (at < 0) {
            return NOT_THERE;
        }
        if (at == 0) {
            return lower.length() == word.length() ? ALL_OF_IT : AT_THE_BEGINNING;
        }
        for (int i = at; i >= 0; i = lower.indexOf(word, i + 1)) {
            if (i == 0 || !Character.isLetterOrDigit(lower.charAt(i - 1))) {
                return AT_A_WORD;
            }
        }
        return WITHIN;
    }

    private static boolean scattered(String lower, String word) {
        int at = -1;
        for (int i = 0; i < word.length(); i++) {
            at = lower.indexOf(word.charAt(i), at + 1);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    /** Where its words are in a text, each at its first place, in order and not over one another. */
    List<Piece> pieces(String text) {
        List<Piece> found = new ArrayList<>();
        for (String word : words) {
            for (int i = 0; i <= text.length() - word.length(); i++) {
                if (text.regionMatches(true, i, word, 0, word.length())) {
                    found.add(new Piece(i, i + word.length()));
                    break;
                }
            }
        }
        found.sort((one, other) -> one.from() - other.from());
        List<Piece> apart = new ArrayList<>();
        for (Piece piece : found) {
            if (apart.isEmpty() || apart.getLast().to() <= piece.from()) {
                apart.add(piece);
            }
        }
        return apart;
    }
}
