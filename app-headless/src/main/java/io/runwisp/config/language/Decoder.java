package io.runwisp.config.language;

import io.runwisp.config.grammar.NearestName;
import io.runwisp.config.toml.Node;
import io.runwisp.config.toml.Node.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
        Set<Key<?>> written = new HashSet<>();
        for (Entry entry : node.entries().values()) {
            Key<?> key = shape.find(entry.key());
            if (key == null) {
                Key<?> meant = unknown(entry, shape, context);
                if (meant != null) {
                    written.add(meant);
                }
            } else if (read(key, entry, given, context)) {
                written.add(key);
            }
        }
        for (Key<?> key : shape.keys()) {
            if (key.isRequiredOn(table) && !written.contains(key)) {
                context.absent(node.place(), key.name() + " is missing", key.type().described(),
                        "add " + key.name() + " = … to " + table.heading());
            }
        }
        return new Settings(table, context, node.place(), given, written);
    }

    /** False when there was nothing but a blank, which counts as not written. */
    private static <T> boolean read(Key<T> key, Entry entry, Map<Key<?>, Given<?>> given, KeyContext context) {
        KeyContext inside = context.at(key, entry.key());
        Given<?> other = given.get(key);
        if (other != null) {
            inside.reject(entry.keyPlace(),
                    "\"" + other.writtenAs() + "\" and \"" + entry.key() + "\" are two names of one key",
                    "one of the two", "keep " + key.name());
            return true;
        }
        if (key.isOutdated(entry.key())) {
            context.problems()
                .warning(entry.keyPlace(), inside.path(), prefix(context) + "\"" + entry.key()
                        + "\" is an old name", "write " + key.name());
        }
        int before = context.problems().count();
        T value = key.type().read(entry.value(), inside);
        if (value != null) {
            given.put(key, new Given<>(value, entry.key(), entry.keyPlace(), entry.value(), inside));
        }
        return value != null || context.problems().count() > before;
    }

    /** Reports the key, and returns the one that was probably meant, or null. */
    private static @Nullable Key<?> unknown(Entry entry, TableShape shape, KeyContext context) {
        KeyContext inside = context.inside(entry.key());
        Keys.Refused refused = shape.refused(entry.key());
        if (refused != null && refused.harmless()) {
            context.problems()
                .warning(entry.keyPlace(), inside.path(),
                        prefix(context) + "\"" + entry.key() + "\" has no effect: " + refused.reason(),
                        refused.remedy());
            return null;
        }
        if (refused != null) {
            inside.reject(entry.keyPlace(), "\"" + entry.key() + "\" is refused: " + refused.reason(), "",
                    refused.remedy());
            return null;
        }
        Key<?> elsewhere = Language.anywhere(entry.key(), shape.table());
        String advice = elsewhere == null ? null : elsewhere.adviceOn(shape.table());
        Key<?> meant = advice == null ? meant(entry.key(), shape, elsewhere == null) : null;
        String hint = meant == null ? null : meant.hintFor(entry.key());
        String remedy = meant == null ? "" : hint == null ? "did you mean \"" + meant.name() + "\"?" : hint;
        String message = "\"" + entry.key() + "\" is not a key of " + shape.table().heading();
        if (elsewhere != null) {
            inside.reject(entry.keyPlace(), advice == null ? message : message + ": " + advice, "",
                    advice != null && advice.contains("[") ? ""
                            : remedy.isEmpty() ? places(elsewhere) : remedy);
        } else {
            inside.reject(entry.keyPlace(), message, "",
                    remedy.isEmpty() ? withoutIdea(entry, shape, context) : remedy);
        }
        return meant;
    }

    private static String withoutIdea(Entry entry, TableShape shape, KeyContext context) {
        boolean unit = shape.table() == Table.TASK || shape.table() == Table.SERVICE;
        int dot = context.path().lastIndexOf('.');
        return unit && entry.value() instanceof Node.Table && dot > 0
                ? "a name with a dot stands in quotes: [" + context.path().substring(0, dot) + ".\""
                        + context.path().substring(dot + 1) + "." + entry.key() + "\"]"
                : "delete it; the keys are listed by: runwisp schema";
    }

    /** The key that a name of another tool stands for, or the nearest one. */
    private static @Nullable Key<?> meant(String written, TableShape shape, boolean nearest) {
        for (Key<?> key : shape.keys()) {
            if (key.hintFor(written) != null) {
                return key;
            }
        }
        return nearest ? NearestName.in(shape.names(), written).map(shape::find).orElse(null) : null;
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

    private static String prefix(KeyContext context) {
        return context.subject().isEmpty() ? "" : context.subject() + ": ";
    }
}
