package io.runwisp.wire.json;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record.
 *
 * @param name the name of its field
 * @param accessor how a record is asked for it
 * @param required whether an object without it is refused
 * @param zero what it is when it is absent, or null
 * @param flat its form when its fields stand in the object of the record that has it, else null
 */
record ComponentForm(String name, Method accessor, ValueForm form, boolean required, @Nullable Object zero,
        @Nullable RecordForm flat) {

    private static final Map<Class<?>, Object> ZEROS = Map.of(int.class, 0, long.class, 0L, double.class, 0.0,
            boolean.class, false);

    static ComponentForm of(RecordComponent component) {
        ValueForm form = Forms.of(component.getGenericType());
        RecordForm flat = component.isAnnotationPresent(Flat.class) ? (RecordForm) form : null;
        return new ComponentForm(snakeCase(component.getName()), component.getAccessor(), form,
                component.isAnnotationPresent(Required.class), ZEROS.get(component.getType()), flat);
    }

    @Nullable
    Object of(Object owner) {
        try {
            return accessor.invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(accessor + " cannot be asked", e);
        }
    }

    /** Whether it is required and not there at all: in what others sent, numbers and truths are required as well. */
    boolean isMissedIn(Map<String, @Nullable Object> found, Reading reading) {
        return !found.containsKey(name) && (required || reading.strict() && zero != null);
    }

    @Nullable
    Object absent() {
        return zero == null ? form.absent() : zero;
    }

    static String snakeCase(String name) {
        StringBuilder text = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (Character.isUpperCase(letter)) {
                text.append('_').append(Character.toLowerCase(letter));
            } else {
                text.append(letter);
            }
        }
        return text.toString();
    }
}
