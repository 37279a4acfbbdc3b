package io.runwisp.schedule;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule's source after its prefix was read.
 *
 * @param source the whole source, prefix included
 * @param zone the zone of the prefix, or null
 * @param words the words after the prefix, at least one
 */
record Line(String source, @Nullable ZoneId zone, List<Word> words) {

    /** The canonical text of a schedule whose part after the prefix is {@code rest}. */
    String canonical(String rest) {
        return zone == null ? rest : "TZ=" + zone.getId() + " " + rest;
    }

    /** Everything from one word to the last one. */
    Word from(int first) {
        return words.get(first).through(words.getLast(), source);
    }
}
