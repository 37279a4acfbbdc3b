package io.runwisp.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads JSON output into maps and lists, and insists that there is one document and nothing behind it. */
public final class ParsedJson {

    private static final ObjectMapper MAPPER = new ObjectMapper()
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ParsedJson() {
    }

    /** The fields of the document, which is an object, in their order. */
    public static Map<String, Object> object(String text) {
        try {
            return MAPPER.readValue(text, new TypeReference<>() {
            });
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** The objects of an array in an object. */
    public static List<Map<?, ?>> objects(Map<String, Object> document, String field) {
        List<Map<?, ?>> objects = new ArrayList<>();
        for (Object object : (List<?>) Objects.requireNonNull(document.get(field), field)) {
            objects.add((Map<?, ?>) object);
        }
        return objects;
    }
}
