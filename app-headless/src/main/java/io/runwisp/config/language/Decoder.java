package io.runwisp.config.language;

import io.runwisp.config.grammar.NearestName;
import io.runwisp.config.toml.Node;
import io.runwisp.config.toml.Node.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a table against its shape: strict about names, and it never stops at the first fault. */
public final class Decoder {

    private Decoder() {
    }

    /** The settings that a table holds; what is wrong with it is reported. */
    public static Settings decode(Node.Table node, Table table, KeyContext context) {
        TableShape shape = Language.shape(table);
        Map<Key<?>, Given<?>> given = new HashMap<>();
        for (Entry entry : node.entries().values()) {
            Key<?> key = shape.find(entry.key());
            if (key == null) {
                unknown(entry, shape, context);
            } else {
                read(key, entry, given, context);
            }
        }
        Set<Key<?>> written = new HashSet<>();
        for (Key<?> key : shape.keys()) {
            if (wasWritten(key, node)) {
                written.add(key);
            } else if (key.isRequiredOn(table)) {
                context.absent(node.place(), key.name() + " is missing", key.type().described(),
                        "add " + key.name() + " = … to " + table.heading());
            }
        }
        return new Settings(table, context, node.place(), given, written);
    }

    private static boolean wasWritten(Key<?> key, Node.Table node) {
        return key.names()
            .stream()
            .map(node.entries()::get)
            .anyMatch(entry -> entry != null && !(entry.value() instanceof Node.Text text && text.value().isBlank()));
    }

    private static <T> void read(Key<T> key, Entry entry, Map<Key<?>, Given<?>> given, KeyContext context) {
        KeyContext inside = context.at(key, entry.key());
        Given<?> other = given.get(key);
        if (other != null) {
            inside.reject(entry.keyPlace(),
                    "\"" + other.writtenAs() + "\" and \"" + entry.key() + "\" are two names of one key",
                    "one of the two", "keep " + key.name());
            return;
        }
        if (key.isOutdated(entry.key())) {
            context.problems()
                .warning(entry.keyPlace(), inside.path(), prefix(context) + "\"" + entry.key()
                        + "\" is an old name", "write " + key.name());
        }
        T value = key.type().read(entry.value(), inside);
        if (value != null) {
            given.put(key, new Given<>(value, entry.key(), entry.keyPlace(), entry.value(), inside));
        }
    }

    private static void unknown(Entry entry, TableShape shape, KeyContext context) {
        KeyContext inside = context.inside(entry.key());
        Keys.Refused refused = shape.refused(entry.key());
        if (refused != null && refused.harmless()) {
            context.problems()
                .warning(entry.keyPlace(), inside.path(),
                        prefix(context) + "\"" + entry.key() + "\" has no effect: " + refused.reason(),
                        refused.remedy());
            return;
        }
        if (refused != null) {
            inside.reject(entry.keyPlace(), "\"" + entry.key() + "\" is refused: " + refused.reason(), "",
                    refused.remedy());
            return;
        }
        Key<?> elsewhere = Language.anywhere(entry.key(), shape.table());
        if (elsewhere != null) {
            String advice = elsewhere.adviceOn(shape.table());
            inside.reject(entry.keyPlace(), "\"" + entry.key() + "\" is not a key of " + shape.table().heading()
                    + (advice == null ? "" : ": " + advice), places(elsewhere),
                    advice == null ? nearest(entry, shape) : "");
            return;
        }
        String near = nearest(entry, shape);
        inside.reject(entry.keyPlace(), "\"" + entry.key() + "\" is not a key of " + shape.table().heading(), "",
                near.isEmpty() ? "delete it; its keys are listed by: runwisp schema" : near);
    }

    /** Tables of notifiers are told by their type, so that the places read like prose. */
    private static String places(Key<?> key) {
        List<String> headings = new ArrayList<>();
        for (Table table : Table.values()) {
            if (key.tables().contains(table)) {
                headings.add(table.heading());
            }
        }
        return "it belongs to " + String.join(", ", headings);
    }

    private static String nearest(Entry entry, TableShape shape) {
        @Nullable
        String sought = null;
        for (Key<?> key : shape.keys()) {
            if (key.hints().stream().anyMatch(hint -> hint.equalsIgnoreCase(entry.key()))) {
                sought = key.name();
            }
        }
        return sought != null
                ? "here it is called \"" + sought + "\""
                : NearestName.in(shape.names(), entry.key().toLowerCase(Locale.ROOT))
                    .map(name -> "did you mean \"" + name + "\"?")
                    .orElse("");
    }

    private static String prefix(KeyContext context) {
        return context.subject().isEmpty() ? "" : context.subject() + ": ";
    }
}
