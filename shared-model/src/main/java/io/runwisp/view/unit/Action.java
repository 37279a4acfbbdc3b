package io.runwisp.view.unit;

import org.jspecify.annotations.Nullable;

/**
 * Something that can be done with a unit, or cannot.
 *
 * @param note what will happen, when that is not plain, such as that a run will wait
 * @param whyNot why it cannot be done now; null when it can
 */
public record Action(Verb verb, @Nullable String note, @Nullable String whyNot) {

    /** Whether it can be done now. */
    public boolean possible() {
        return whyNot == null;
    }
}
