package io.runwisp.cli;

/**
 * An option that a command understands.
 *
 * @param name its long name without the dashes
 * @param letter its short name, or {@link #NO_LETTER}
 * @param valueName what its value is called in the help; empty when it takes none
 * @param summary what it does, as the help says it
 */
public record Option(String name, char letter, String valueName, String summary) {

    /** Stands for the missing short name. */
    public static final char NO_LETTER = 0;

    /** Asks a command for output that programs read; several commands have it. */
    public static final Option JSON = flag("json", "print one JSON document, for programs");

    /** An option that is given or not. */
    public static Option flag(String name, String summary) {
        return new Option(name, NO_LETTER, "", summary);
    }

    /** An option that is given or not, with a short name. */
    public static Option flag(String name, char letter, String summary) {
        return new Option(name, letter, "", summary);
    }

    /** An option with a value. */
    public static Option value(String name, String valueName, String summary) {
        return new Option(name, NO_LETTER, valueName, summary);
    }

    /** An option with a value and a short name. */
    public static Option value(String name, char letter, String valueName, String summary) {
        return new Option(name, letter, valueName, summary);
    }

    /** Whether a value follows. */
    public boolean takesValue() {
        return !valueName.isEmpty();
    }

    /** As one types it: {@code --config}. */
    public String typed() {
        return "--" + name;
    }
}
