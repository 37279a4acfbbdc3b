package io.runwisp.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter for a run, as it was given: {@code KEY=VALUE}, where key and value may begin with dashes. */
public record GivenParam(String key, String value) {

    /** For those whose parameters do not suit. */
    public static final String HOW = "Parameters are given with --param KEY=VALUE, once for each.";

    /**
     * Reads one; null when it is not like that.
     *
     * @param keys those of the task: the key of an option that is glued to its value ends in = itself
     */
    public static @Nullable GivenParam of(String given, List<String> keys) {
        int equals = given.indexOf('=');
        if (equals <= 0) {
            return null;
        }
        String glued = given.substring(0, equals + 1);
        return new GivenParam(keys.contains(glued) ? glued : given.substring(0, equals), given.substring(equals + 1));
    }
}
