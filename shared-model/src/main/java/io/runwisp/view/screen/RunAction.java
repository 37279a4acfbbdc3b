package io.runwisp.view.screen;

import io.runwisp.model.Word;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be done with a run, or cannot.
 *
 * @param label what stands on a button
 * @param note what will happen, when that is not plain
 * @param whyNot why it cannot be done now; null when it can
 */
public record RunAction(Kind verb, String label, @Nullable String note, @Nullable String whyNot) {

    /** What it is. */
    public enum Kind implements Word {
        /** End it, or take it from the queue. */
        STOP("stop"),
        /** Start its task once more. */
        AGAIN("again"),
        /** Compare it with the last success. */
        DIFF("diff"),
        /** Ask why it ran, or did not. */
        WHY("why"),
        /** Delete it and its log. */
        DELETE("delete");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
