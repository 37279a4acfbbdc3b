package io.runwisp.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as an object. */
final class RecordForm implements ValueForm {

    private final Constructor<?> constructor;
    private final List<ComponentForm> components = new ArrayList<>();
    /** The fields of the object by their names, those of flat components included. */
    private final Map<String, ComponentForm> fields = new LinkedHashMap<>();

    RecordForm(Class<?> type) {
        RecordComponent[] declared = type.getRecordComponents();
        Class<?>[] types = new Class<?>[declared.length];
        for (int i = 0; i < declared.length; i++) {
            types[i] = declared[i].getType();
            ComponentForm component = ComponentForm.of(declared[i]);
            components.add(component);
            RecordForm flat = component.flat();
            if (flat != null) {
                fields.putAll(flat.fields);
            } else {
                fields.put(component.name(), component);
            }
        }
        try {
            constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " lacks what every record has", e);
        }
    }

    @Override
    public void write(JsonGenerator json, Object value) throws IOException {
        json.writeStartObject();
        writeFields(json, value);
        json.writeEndObject();
    }

    private void writeFields(JsonGenerator json, Object value) throws IOException {
        for (ComponentForm component : components) {
            Object field = component.of(value);
            if (field == null) {
                continue;
            }
            RecordForm flat = component.flat();
            if (flat != null) {
                flat.writeFields(json, field);
            } else {
                json.writeFieldName(component.name());
                component.form().write(json, field);
            }
        }
    }

    @Override
    public @Nullable Object read(JsonParser json, Reading reading) throws IOException {
        if (!json.hasToken(JsonToken.START_OBJECT)) {
            return reading.expected(json, "an object");
        }
        Map<String, @Nullable Object> found = new HashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            ComponentForm field = fields.get(name);
            JsonToken token = json.nextToken();
            if (field == null) {
                unknown(json, reading);
            } else if (token != JsonToken.VALUE_NULL) {
                found.put(name, field.form().read(json, reading));
            }
        }
        return build(found, Reading.place(json.getParsingContext()), reading);
    }

    private void unknown(JsonParser json, Reading reading) throws IOException {
        if (reading.strict()) {
            reading.note(Reading.place(json.getParsingContext()), "is not known here");
        }
        json.skipChildren();
    }

    private @Nullable Object build(Map<String, @Nullable Object> found, String place, Reading reading) {
        Object[] values = new Object[components.size()];
        boolean whole = true;
        for (int i = 0; i < values.length; i++) {
            ComponentForm component = components.get(i);
            RecordForm flat = component.flat();
            if (flat != null) {
                boolean there = component.required() || flat.fields.keySet().stream().anyMatch(found::containsKey);
                values[i] = there ? flat.build(found, place, reading) : null;
                whole &= !there || values[i] != null;
                continue;
            }
            Object value = found.get(component.name());
            if (value == null && component.isMissedIn(found, reading)) {
                reading.note(place + "." + component.name(), "is required");
                whole = false;
            }
            // What was there and wrong has been noted, and then nobody gets to see the record.
            whole &= value != null || !found.containsKey(component.name());
            values[i] = value == null ? component.absent() : value;
        }
        return whole ? create(values) : null;
    }

    private Object create(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(constructor + " refuses what its form has let pass", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " cannot be called", e);
        }
    }
}
