package io.runwisp.config.language;

import java.util.List;

/**
 * A table at the root of a file.
 *
 * @param tables what its entries look like; several where a {@code type} key decides
 * @param rootOnly whether included files must not have it
 * @param help one line for the reference
 */
public record RootTable(String name, List<String> aliases, Form form, List<Table> tables, boolean rootOnly,
        String help) {

    /** How its entries are written. */
    public enum Form {
        /** One table: {@code [daemon]}. */
        SINGLE,
        /** A table each, by name: {@code [tasks.backup]}. */
        NAMED,
        /** A list: {@code [[hook]]}. */
        LIST
    }
}
