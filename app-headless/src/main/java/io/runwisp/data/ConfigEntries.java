package io.runwisp.data;

import java.util.Optional;

/**
 * Port: the few values that the daemon keeps in its database between two starts, table {@code config_entries}. What was
 * put is on the disk when {@code put} returns. Failures are unchecked exceptions of whoever implements it.
 */
public interface ConfigEntries {

    /** The value of a row. */
    Optional<String> get(String key);

    /** Writes a row, over one that is there. */
    void put(String key, String value);

    /** Removes a row; nothing happens when there is none. */
    void remove(String key);
}
