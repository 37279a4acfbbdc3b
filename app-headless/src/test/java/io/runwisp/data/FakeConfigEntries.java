package io.runwisp.data;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rows in memory. */
public final class FakeConfigEntries implements ConfigEntries {

    private final Map<String, String> rows = new TreeMap<>();

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(rows.get(key));
    }

    @Override
    public void put(String key, String value) {
        rows.put(key, value);
    }

    @Override
    public void remove(String key) {
        rows.remove(key);
    }
}
