package io.runwisp.web;

import io.runwisp.wire.json.Required;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a slot shall show.
 *
 * @param screen the word of a screen, or {@code log}
 * @param query what it shall show, by its keys
 * @param zone where whoever looks is
 * @param patches whether who looks understands what has changed; a page of an earlier version does not
 */
public record SlotWish(@Required String screen, Map<String, @Nullable String> query, @Nullable String zone,
        @Nullable Boolean patches) {

    public SlotWish {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    /** The query without what has no value. */
    Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        query.forEach((key, value) -> {
            if (value != null) {
                said.put(key, value);
            }
        });
        return said;
    }
}
