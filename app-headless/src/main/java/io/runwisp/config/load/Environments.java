package io.runwisp.config.load;

import io.runwisp.config.Environment;
import io.runwisp.config.grammar.DotEnv;
import io.runwisp.config.grammar.EnvNames;
import io.runwisp.config.language.Given;
import io.runwisp.config.language.Key;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.UnitKeys;
import io.runwisp.config.problem.Place;
import io.runwisp.config.toml.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds the variables of a table from its files and inline values, and checks their names and limits. */
final class Environments {

    private final Map<Path, @Nullable DotEnv> files = new HashMap<>();

    /** The layer that one table adds: file below inline, plain and secret apart. */
    Environment layer(Settings settings) {
        boolean anything = settings.has(UnitKeys.ENV) || settings.has(UnitKeys.SECRETS)
                || settings.has(UnitKeys.ENV_FILE)
                || settings.has(UnitKeys.SECRETS_FILE);
        return anything
                ? new Environment(merged(settings, UnitKeys.ENV_FILE, UnitKeys.ENV),
                        merged(settings, UnitKeys.SECRETS_FILE, UnitKeys.SECRETS))
                : Environment.NONE;
    }

    /** Reports more variables than a process may be given. */
    static void checkCount(Environment environment, Settings settings) {
        long count = environment.plain().size() + (long) environment.secret().size();
        if (count > EnvNames.MAX_ENTRIES) {
            settings.context()
                .reject(settings.place(), count + " variables in env and secrets together",
                        "at most " + EnvNames.MAX_ENTRIES, "read the rest from a file in the script");
        }
    }

    private SortedMap<String, String> merged(Settings settings, Key<String> file, Key<Map<String, String>> inline) {
        SortedMap<String, String> all = new TreeMap<>();
        Given<String> path = settings.given(file);
        if (path != null) {
            fromFile(path).forEach((name, entry) -> all.put(name, entry.value()));
        }
        Given<Map<String, String>> values = settings.given(inline);
        if (values != null) {
            values.value().forEach((name, value) -> {
                checkInline(values, name, value);
                all.put(name, value);
            });
        }
        return all;
    }

    private static void checkInline(Given<Map<String, String>> values, String name, String value) {
        Optional<String> fault = EnvNames.fault(name, value);
        if (fault.isPresent()) {
            Node.@Nullable Entry entry = values.node() instanceof Node.Table table ? table.entries().get(name) : null;
            boolean badName = EnvNames.faultOfKey(name).isPresent();
            Place place = entry == null ? values.place() : badName ? entry.keyPlace() : entry.value().place();
            values.context()
                .inside(name)
                .reject(place, "variable \"" + name + "\": " + fault.get(),
                        "a name of letters, digits and _, and a value of at most 32 KiB without NUL", "");
        }
    }

    private Map<String, DotEnv.Entry> fromFile(Given<String> path) {
        DotEnv read = files.computeIfAbsent(Path.of(path.value()), file -> load(file, path));
        return read == null ? Map.of() : read.entries();
    }

    private static @Nullable DotEnv load(Path file, Given<String> path) {
        String shown = path.context().name() + " " + path.context().shown(path.node());
        DotEnv read;
        try {
            read = DotEnv.read(SourceReader.readText(file));
        } catch (IOException e) {
            path.context()
                .reject(path.place(), shown + " " + SourceReader.reason(file, e) + " (" + file + ")",
                        "a readable file of KEY=VALUE lines", "");
            return null;
        }
        for (DotEnv.Fault fault : read.faults()) {
            path.context()
                .reject(path.place(), shown + ", line " + fault.line() + ": " + fault.reason(),
                        "lines of KEY=VALUE", "");
        }
        for (DotEnv.Entry entry : read.entries().values()) {
            EnvNames.fault(entry.key(), entry.value())
                .ifPresent(reason -> path.context()
                    .reject(path.place(),
                            shown + ", line " + entry.line() + ": variable \"" + entry.key() + "\": " + reason,
                            "lines of KEY=VALUE", ""));
        }
        return read;
    }
}
