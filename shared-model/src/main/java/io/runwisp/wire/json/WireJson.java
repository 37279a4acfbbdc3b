package io.runwisp.wire.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes records as compact JSON, on one line, and reads them. What an answer says beyond what its reader knows is ignored; what a request says beyond that
 * is a fault. May be used by any thread.
 */
public final class WireJson {

    /** No text of ours is deeper than a handful of levels. */
    private static final int DEEPEST = 32;
    /** A line of a log has 64 KiB; everything else is shorter. */
    private static final int LONGEST_TEXT = 4 * 1024 * 1024;
    private static final int LONGEST_NAME = 1024;
    private static final int USUAL_LENGTH = 512;

    private static final JsonFactory FACTORY = JsonFactory.builder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxStringLength(LONGEST_TEXT)
            .maxNameLength(LONGEST_NAME)
            .build())
        .build();

    private WireJson() {
    }

    /** A record as JSON in UTF-8. */
    public static byte[] bytes(Record value) {
        return write(Forms.ofRecord(value.getClass()), value);
    }

    /** A list of records as JSON in UTF-8. */
    public static byte[] bytes(List<? extends Record> values) {
        return values.isEmpty()
                ? "[]".getBytes(StandardCharsets.UTF_8)
                : write(new ListForm(Forms.ofRecord(values.getFirst().getClass())), values);
    }

    /** A record as JSON. */
    public static String text(Record value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /** A list of records as JSON. */
    public static String text(List<? extends Record> values) {
        return new String(bytes(values), StandardCharsets.UTF_8);
    }

    /**
     * Reads an answer or the data of an event.
     *
     * @throws WireFault when it is not what was expected
     */
    public static <T extends Record> T read(Class<T> type, byte[] json) {
        return type.cast(read(Forms.ofRecord(type), json, new Reading(false)));
    }

    /** The same of a text. */
    public static <T extends Record> T read(Class<T> type, String json) {
        return read(type, json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads an answer that is a list.
     *
     * @throws WireFault when it is not what was expected
     */
    public static <T extends Record> List<T> readList(Class<T> type, byte[] json) {
        List<?> items = (List<?>) read(new ListForm(Forms.ofRecord(type)), json, new Reading(false));
        return items.stream().map(type::cast).toList();
    }

    /**
     * Reads the body of a request. Fields that are not known, fields that come twice, and numbers and truths that are missing are faults.
     *
     * @throws WireFault when it is not what was expected; it names every place, up to a bound
     */
    public static <T extends Record> T readStrictly(Class<T> type, byte[] json) {
        return type.cast(read(Forms.ofRecord(type), json, new Reading(true)));
    }

    private static byte[] write(ValueForm form, Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LENGTH);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            form.write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory could not be written", e);
        }
        return bytes.toByteArray();
    }

    private static Object read(ValueForm form, byte[] text, Reading reading) {
        try (JsonParser json = FACTORY.createParser(text)) {
            if (reading.strict()) {
                json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
            }
            if (json.nextToken() == null) {
                throw WireFault.notJson("is empty");
            }
            Object value = form.read(json, reading);
            if (json.nextToken() != null) {
                throw WireFault.notJson("goes on after its end");
            }
            reading.finish();
            if (value == null) {
                throw new IllegalStateException("A value that is not whole was not noted");
            }
            return value;
        } catch (JacksonException e) {
            throw WireFault.notJson("is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory could not be read", e);
        }
    }
}
