package io.runwisp.wire;

import io.runwisp.wire.json.Flat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records that are JSON, found among the compiled classes. */
final class WireRecords {

    private WireRecords() {
    }

    static List<Class<? extends Record>> all() {
        try {
            Path classes = Path.of(Problem.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Stream<Path> files = Files.walk(classes.resolve("io/runwisp/wire"))) {
                return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", ""))
                    .filter(name -> !name.contains(".wire.json.") && !name.contains("$")
                            && !name.endsWith("package-info"))
                    .sorted()
                    .<Class<?>>map(WireRecords::named)
                    .filter(Class::isRecord)
                    .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
                    .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those that stand in an object of their own somewhere. */
    static List<Class<? extends Record>> withSchema() {
        Set<Class<?>> used = components().filter(part -> !part.isAnnotationPresent(Flat.class))
            .flatMap(part -> Stream.of(part.getGenericType().getTypeName()))
            .flatMap(name -> all().stream().filter(type -> name.contains(type.getName())))
            .collect(Collectors.toSet());
        Set<Class<?>> flat = components().filter(part -> part.isAnnotationPresent(Flat.class))
            .map(RecordComponent::getType)
            .collect(Collectors.toSet());
        return all().stream().filter(type -> used.contains(type) || !flat.contains(type)).toList();
    }

    static boolean isNullable(RecordComponent component) {
        AnnotatedElement type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Stream<RecordComponent> components() {
        return all().stream().flatMap(type -> Arrays.stream(type.getRecordComponents()));
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
