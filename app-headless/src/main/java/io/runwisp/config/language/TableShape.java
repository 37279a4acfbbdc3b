package io.runwisp.config.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What may stand in one table, collected from the declarations. */
public final class TableShape {

    private final Table table;
    private final List<Key<?>> keys;
    private final Map<String, Key<?>> byName = new HashMap<>();
    private final Map<String, Keys.Refused> refused = new HashMap<>();

    TableShape(Table table, List<Keys> declarations) {
        this.table = table;
        List<Key<?>> found = new ArrayList<>();
        for (Keys group : declarations) {
            for (Key<?> key : group.all()) {
                if (key.tables().contains(table)) {
                    found.add(key);
                    key.names().forEach(name -> byName.put(name, key));
                }
            }
            for (Keys.Refused one : group.refused()) {
                if (one.table() == table) {
                    refused.put(one.name(), one);
                }
            }
        }
        keys = List.copyOf(found);
    }

    /** Which table. */
    public Table table() {
        return table;
    }

    /** Its keys in the order of the reference. */
    public List<Key<?>> keys() {
        return keys;
    }

    /** The key of that name or alias, or null. */
    public @Nullable Key<?> find(String name) {
        return byName.get(name);
    }

    Keys.@Nullable Refused refused(String name) {
        return refused.get(name);
    }

    /** Names that are known and not taken. */
    Set<String> refusedNames() {
        return refused.keySet();
    }

    /** Names that load without effect, and why they have none. */
    Map<String, String> ignored() {
        Map<String, String> ignored = new TreeMap<>();
        refused.values()
            .stream()
            .filter(Keys.Refused::harmless)
            .forEach(one -> ignored.put(one.name(), one.reason()));
        return ignored;
    }

    /** Every name that loads, canonical names first. */
    List<String> names() {
        List<String> names = new ArrayList<>(keys.stream().map(Key::name).toList());
        keys.forEach(key -> names.addAll(key.aliases()));
        return names;
    }
}
