package io.runwisp.wire;

import io.runwisp.wire.json.OneOf;
import io.runwisp.wire.json.Words;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes records with everything in them, and with nothing that may be left out. */
final class Samples {

    private static final String ID = "01JC7ZJ3R8Q6WX4T5N0V1B2C3D";

    private Samples() {
    }

    static Record full(Class<? extends Record> type) {
        return make(type, true);
    }

    static Record least(Class<? extends Record> type) {
        return make(type, false);
    }

    private static Record make(Class<? extends Record> type, boolean full) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            boolean there = full || !WireRecords.isNullable(components[i]);
            values[i] = there ? value(components[i], full) : null;
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.toString(), e);
        }
    }

    private static Object value(RecordComponent component, boolean full) {
        Words words = component.getAnnotation(Words.class);
        if (words != null) {
            return words.value().getEnumConstants()[0].word();
        }
        OneOf oneOf = component.getAnnotation(OneOf.class);
        if (oneOf != null) {
            return oneOf.value()[0];
        }
        return value(component.getGenericType(), full);
    }

    private static Object value(Type type, boolean full) {
        if (type == String.class) {
            // Good as an id, as a name and as any text.
            return ID;
        }
        if (type == int.class || type == Integer.class) {
            return full ? Integer.MAX_VALUE : 0;
        }
        if (type == long.class || type == Long.class) {
            return full ? Long.MAX_VALUE : 0L;
        }
        if (type == double.class) {
            return full ? 12.5 : 0.0;
        }
        if (type == boolean.class || type == Boolean.class) {
            return full;
        }
        if (type == Instant.class) {
            return Instant.parse("2026-11-20T02:30:00.123Z");
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(90, 1);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return full ? List.of(value(generic.getActualTypeArguments()[0], true)) : List.of();
        }
        if (type instanceof ParameterizedType) {
            return full ? Map.of("KEY", "value") : Map.of();
        }
        return make(((Class<?>) type).asSubclass(Record.class), full);
    }
}
