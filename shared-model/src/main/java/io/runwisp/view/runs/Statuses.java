package io.runwisp.view.runs;

import io.runwisp.model.EndReason;
import io.runwisp.model.RunPhase;
import io.runwisp.model.Word;
import io.runwisp.view.words.Verdict;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Statuses in texts: the name of a bucket where all of it is meant, else their own words. */
final class Statuses {

    /** Before an end reason that is called like a bucket. */
    private static final String EXACTLY = "=";

    private Statuses() {
    }

    /** To be read again. */
    static String text(Set<String> statuses) {
        return String.join(",", named(statuses, word -> isBucket(word) ? EXACTLY + word : word));
    }

    /** For people. */
    static String says(Set<String> statuses) {
        return String.join(" or ", named(statuses, word -> EndReason.ofWord(word)
            .map(reason -> (isBucket(word) ? "exactly " : "") + Verdict.of(reason).word())
            .orElse(word.equals(RunPhase.PENDING.word()) ? "waiting" : word)));
    }

    private static Set<String> named(Set<String> statuses, UnaryOperator<String> rest) {
        Set<String> left = new LinkedHashSet<>(statuses);
        Set<String> named = new LinkedHashSet<>();
        for (Bucket bucket : Bucket.values()) {
            if (left.containsAll(bucket.statuses())) {
                named.add(bucket.word());
                left.removeAll(bucket.statuses());
            }
        }
        left.forEach(word -> named.add(rest.apply(word)));
        return named;
    }

    static Optional<Set<String>> read(String written) {
        Set<String> statuses = new LinkedHashSet<>();
        for (String word : written.split(",", -1)) {
            Optional<Bucket> bucket = Word.find(Bucket.values(), word);
            String exact = word.startsWith(EXACTLY) ? word.substring(1) : word;
            if (bucket.isPresent()) {
                statuses.addAll(bucket.get().statuses());
            } else if (isStatus(exact)) {
                statuses.add(exact);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(statuses);
    }

    static String expected() {
        return "some of " + Wish.words(Bucket.values()) + ", or exactly one of " + Wish.words(RunPhase.values()) + ", "
                + Wish.words(EndReason.values()) + " (=failed is that end reason alone)";
    }

    private static boolean isBucket(String word) {
        return Word.find(Bucket.values(), word).isPresent();
    }

    private static boolean isStatus(String word) {
        return Word.find(RunPhase.values(), word).isPresent() || Word.find(EndReason.values(), word).isPresent();
    }
}
