package io.runwisp.web;

import io.runwisp.model.Word;
import io.runwisp.wire.json.Flat;
import io.runwisp.wire.json.OneOf;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The types of records as TypeScript sees their JSON. */
final class TypeScript {

    private static final Map<Type, String> SCALARS = Map.ofEntries(Map.entry(String.class, "string"),
            Map.entry(int.class, "number"), Map.entry(Integer.class, "number"), Map.entry(long.class, "number"),
            Map.entry(Long.class, "number"), Map.entry(double.class, "number"), Map.entry(Double.class, "number"),
            Map.entry(boolean.class, "boolean"), Map.entry(Boolean.class, "boolean"),
            Map.entry(Instant.class, "Instant"), Map.entry(Duration.class, "Nanoseconds"));

    /** By their names. */
    private final Map<String, Class<?>> types = new TreeMap<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();

    /** Declares a type and all that it is made of. */
    String named(Class<?> type) {
        String outer = type.getEnclosingClass() == null ? "" : type.getEnclosingClass().getSimpleName();
        // A package's own kind is told by the name of the package, as it would be by its import.
        String home = type.getSimpleName().equals("Kind") && outer.isEmpty() ? home(type) : "";
        String name = home + outer + type.getSimpleName();
        Class<?> other = types.putIfAbsent(name, type);
        if (other == null) {
            open.add(type);
        } else if (other != type) {
            throw new IllegalStateException(name + " is the name of " + other + " and of " + type);
        }
        return name;
    }

    private static String home(Class<?> type) {
        String last = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
    }

    /** All that was declared, by name. */
    String declarations() {
        Map<String, String> texts = new TreeMap<>();
        while (!open.isEmpty()) {
            Class<?> type = open.remove();
            texts.put(named(type), type.isRecord() ? ofRecord(type) : ofWords(type));
        }
        return String.join("\n", texts.values());
    }

    private String ofWords(Class<?> type) {
        return "export type " + named(type) + " = " + union(Arrays.stream(type.getEnumConstants())
            .map(word -> ((Word) word).word())) + ";\n";
    }

    private String ofRecord(Class<?> type) {
        return "export interface " + named(type) + " {\n" + fields(type) + "}\n";
    }

    private String fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(this::field).collect(Collectors.joining());
    }

    private String field(RecordComponent component) {
        if (component.isAnnotationPresent(Flat.class)) {
            return fields(component.getType());
        }
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        OneOf words = component.getAnnotation(OneOf.class);
        return "  " + snake(component.getName()) + (optional ? "?" : "") + ": "
                + (words == null ? of(component.getAnnotatedType()) : union(Arrays.stream(words.value()))) + ";\n";
    }

    private String of(AnnotatedType annotated) {
        Type type = annotated.getType();
        String scalar = SCALARS.get(type);
        if (scalar != null) {
            return scalar;
        }
        if (annotated instanceof AnnotatedParameterizedType generic
                && type instanceof ParameterizedType parameterized) {
            List<AnnotatedType> arguments = List.of(generic.getAnnotatedActualTypeArguments());
            if (parameterized.getRawType() == List.class) {
                return of(arguments.getFirst()) + "[]";
            }
            if (parameterized.getRawType() == Map.class) {
                return "Record<string, " + of(arguments.getLast()) + ">";
            }
        }
        if (type instanceof Class<?> named && (named.isRecord() || named.isEnum())) {
            return named(named);
        }
        throw new IllegalArgumentException("TypeScript has no word for " + type);
    }

    private static String union(Stream<String> words) {
        return words.map(word -> '"' + word + '"').collect(Collectors.joining(" | "));
    }

    static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
