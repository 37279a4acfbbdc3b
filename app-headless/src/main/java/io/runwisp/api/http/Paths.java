package io.runwisp.api.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Paths and queries, taken apart. */
final class Paths {

    private Paths() {
    }

    /** The segments of a path, still encoded. */
    static List<String> segments(String path) {
        return List.of((path.startsWith("/") ? path.substring(1) : path).split("/", -1));
    }

    /** The parameters of a query, or nothing when it is not written well or names one twice. */
    static Optional<Map<String, String>> query(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (text.isEmpty()) {
            return Optional.of(parameters);
        }
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            Optional<String> name = Encoded.read(equals < 0 ? pair : pair.substring(0, equals), true);
            Optional<String> value = Encoded.read(equals < 0 ? "" : pair.substring(equals + 1), true);
            if (name.isEmpty() || value.isEmpty() || parameters.put(name.get(), value.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** What stands in place of the names in a pattern, or nothing when the path is another one or not written well. */
    static Optional<Map<String, String>> match(List<String> pattern, List<String> segments) {
        if (pattern.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String part = pattern.get(i);
            if (part.startsWith("{")) {
                Optional<String> value = Encoded.read(segments.get(i), false);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                values.put(part.substring(1, part.length() - 1), value.get());
            } else if (!part.equals(segments.get(i))) {
                return Optional.empty();
            } else {
            }
        }
        return Optional.of(values);
    }
}
