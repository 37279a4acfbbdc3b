package io.runwisp.wire.unit;

import io.runwisp.wire.json.OneOf;
import io.runwisp.wire.json.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be given to a run.
 *
 * @param key as the configuration writes it
 * @param kind how it is delivered
 * @param type what its values look like
 * @param fallback the value where none is given
 * @param choices the values to choose from; none for any
 * @param allowCustom whether other values than the choices are taken
 */
public record ParamResponse(@Required String key, @Required @OneOf({
        "env", "arg", "option", "flag"}) String kind, @Required @OneOf({"string", "number"}) String type,
        boolean required, @Nullable String fallback, List<String> choices, boolean allowCustom,
        @Nullable String description) {

    public ParamResponse {
        choices = List.copyOf(choices);
    }
}
