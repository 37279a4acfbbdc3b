package io.runwisp.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value with one word for it: the same in the configuration, in the table, in JSON and on the screen. */
public interface Word {

    /** The word. */
    String word();

    /** The one of these that has this word, if one has. */
    static <W extends Word> Optional<W> find(W[] words, @Nullable String written) {
        for (W word : words) {
            if (word.word().equals(written)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }
}
