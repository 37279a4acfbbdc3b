package io.runwisp.engine.definition;

import io.runwisp.config.language.ParamType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be given to a run.
 *
 * @param key its name, as the configuration writes it: {@code TARGET}, {@code --level}, {@code --level=}
 * @param fallback the value where none is given, or null
 * @param choices the values to choose from; none for any
 * @param allowCustom whether other values than the choices are taken
 * @param description what it is, for people; may be empty
 */
public record ParamDefinition(Kind kind, String key, @Nullable String fallback, boolean required, ParamType type,
        List<String> choices, boolean allowCustom, String description) {

    public ParamDefinition {
        choices = List.copyOf(choices);
    }

    /** How it is delivered. */
    public enum Kind {
        /** As a variable. */
        ENV,
        /** As a word of its own. */
        ARG,
        /** As {@code --name value}, or glued where the key ends in {@code =}. */
        OPTION,
        /** As its own key, or not at all. */
        FLAG
    }
}
