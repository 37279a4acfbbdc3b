package io.runwisp.config;

import io.runwisp.config.language.Settings;
import io.runwisp.config.language.Table;
import java.util.Locale;

/**
 * A declared channel.
 *
 * @param type its table, which is its type
 * @param credential the resolved webhook address, bot token or password; empty where the type has none
 */
public record Notifier(String id, Table type, Settings settings, String credential) {

    /** The word for its type. */
    public String typeWord() {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /** Leaves the credential out. */
    @Override
    public String toString() {
        return "Notifier[" + id + ", " + typeWord() + "]";
    }
}
