package io.runwisp.config.language;

import io.runwisp.config.problem.Place;
import io.runwisp.config.toml.Node;

/**
 * A value as somebody wrote it.
 *
 * @param writtenAs the name that was used, canonical or alias
 * @param context where it was read, for what is found out about it later
 */
public record Given<T>(T value, String writtenAs, Place keyPlace, Node node, KeyContext context) {

    /** Where the value stands. */
    public Place place() {
        return node.place();
    }
}
