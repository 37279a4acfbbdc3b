package io.runwisp.wire.json;

import io.runwisp.model.Word;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Finds the form of a type. That of a record is made when it is first asked for and kept as long as its class. */
final class Forms {

    private static final Map<Type, ValueForm> SCALARS = Map.ofEntries(
            Map.entry(String.class, ScalarForm.TEXT),
            Map.entry(int.class, ScalarForm.INT),
            Map.entry(Integer.class, ScalarForm.INT),
            Map.entry(long.class, ScalarForm.LONG),
            Map.entry(Long.class, ScalarForm.LONG),
            Map.entry(double.class, ScalarForm.DOUBLE),
            Map.entry(Double.class, ScalarForm.DOUBLE),
            Map.entry(boolean.class, ScalarForm.TRUTH),
            Map.entry(Boolean.class, ScalarForm.TRUTH),
            Map.entry(Instant.class, ScalarForm.TIME),
            Map.entry(Duration.class, ScalarForm.NANOS));

    private static final ClassValue<RecordForm> RECORDS = new ClassValue<>() {
        @Override
        protected RecordForm computeValue(Class<?> type) {
            return new RecordForm(type);
        }
    };

    private Forms() {
    }

    static RecordForm ofRecord(Class<? extends Record> type) {
        return RECORDS.get(type);
    }

    static ValueForm of(Type type) {
        ValueForm scalar = SCALARS.get(type);
        if (scalar != null) {
            return scalar;
        }
        if (type instanceof Class<?> named && named.isRecord()) {
            return RECORDS.get(named);
        }
        if (type instanceof Class<?> named && named.isEnum() && Word.class.isAssignableFrom(named)) {
            return new WordForm(named);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return new ListForm(of(generic.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return new MapForm();
        }
        throw new IllegalArgumentException("No form in JSON has been decided for " + type.getTypeName());
    }
}
