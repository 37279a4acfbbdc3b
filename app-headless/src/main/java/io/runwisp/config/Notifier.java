package io.runwisp.config;

import io.runwisp.config.grammar.MessageTemplate;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.Table;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A declared channel.
 *
 * @param type its table, which is its type
 * @param credential the resolved webhook address, bot token or password; empty where the type has none
 * @param template the text of its messages as its {@code template_path} says it; null for the built-in one
 */
public record Notifier(String id, Table type, Settings settings, String credential,
        @Nullable MessageTemplate template) {

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
