package io.runwisp.config.language;

import java.util.ArrayList;
import java.util.List;

/** The declarations of one class of keys, in their order. A declaration enters itself, so that a key is one entry. */
final class Keys {

    private final List<Key<?>> all = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    /**
     * A key that is known and not taken.
     *
     * @param harmless whether it loads with a warning and no effect, instead of failing
     */
    record Refused(String name, Table table, String reason, String remedy, boolean harmless) {
    }

    <T> Key<T> key(String name, ValueType<T> type, String help) {
        Key<T> key = new Key<>(name, type, help);
        all.add(key);
        return key;
    }

    /** A key that ends the load with a reason and the way out. */
    Keys refuse(String name, String reason, String remedy, Table... where) {
        for (Table table : where) {
            refused.add(new Refused(name, table, reason, remedy, false));
        }
        return this;
    }

    /** A key that has no effect here and says so. */
    Keys ignore(String name, String reason, Table... where) {
        for (Table table : where) {
            refused.add(new Refused(name, table, reason, "delete the line", true));
        }
        return this;
    }

    List<Key<?>> all() {
        return all;
    }

    List<Refused> refused() {
        return refused;
    }
}
