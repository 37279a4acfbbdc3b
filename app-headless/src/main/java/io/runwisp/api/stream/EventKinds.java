package io.runwisp.api.stream;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which events somebody wants, by the first word of their names. */
public final class EventKinds {

    /** All of them. */
    public static final EventKinds ALL = new EventKinds(Set.of("run", "unit", "notification", "system", "config"));
    /** What happens to runs. */
    public static final EventKinds RUNS = new EventKinds(Set.of("run"));
    /** What happens to the bell. */
    public static final EventKinds BELL = new EventKinds(Set.of("notification"));

    private final Set<String> words;

    private EventKinds(Set<String> words) {
        this.words = Set.copyOf(words);
    }

    /** Reads words with commas between them; empty when one of them is none. */
    public static Optional<EventKinds> read(String text) {
        Set<String> read = new LinkedHashSet<>(List.of(text.split(",", -1)));
        return ALL.words.containsAll(read) ? Optional.of(new EventKinds(read)) : Optional.empty();
    }

    /** Whether an event of this name is wanted. */
    public boolean include(String name) {
        int end = name.indexOf('.');
        String word = end < 0 ? name : name.substring(0, end);
        return words.contains(word.equals("notifications") ? "notification" : word);
    }
}
