package io.runwisp.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Applies a {@link Patch} as plainly as possible, as a page has to. */
final class Patched {

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private Patched() {
    }

    static JsonNode of(JsonNode before, JsonNode patch) {
        if (patch.isObject()) {
            ObjectNode now = before.deepCopy();
            patch.properties().forEach(field -> {
                if (field.getValue().isEmpty() && field.getValue().isArray()) {
                    now.remove(field.getKey());
                } else {
                    now.set(field.getKey(), of(before.path(field.getKey()), field.getValue()));
                }
            });
            return now;
        }
        if (patch.size() == 1) {
            return patch.get(0);
        }
        ArrayNode now = MAKE.arrayNode();
        for (JsonNode step : patch.get(1)) {
            switch (step.size()) {
                case 1 -> now.add(step.get(0));
                case 2 -> {
                    for (int i = 0; i < step.get(1).asInt(); i++) {
                        now.add(before.get(step.get(0).asInt() + i));
                    }
                }
                default -> now.add(of(before.get(step.get(0).asInt()), step.get(2)));
            }
        }
        return now;
    }
}
