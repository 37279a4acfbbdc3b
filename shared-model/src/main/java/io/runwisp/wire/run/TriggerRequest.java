package io.runwisp.wire.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a new run is given.
 *
 * @param params the values of its parameters by their keys; null leaves one out although it has a default
 */
public record TriggerRequest(Map<String, @Nullable String> params) {

    public TriggerRequest {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }
}
