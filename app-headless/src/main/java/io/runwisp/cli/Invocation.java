package io.runwisp.cli;

import io.runwisp.cli.terminal.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of a command: what was typed, checked against its manual.
 *
 * @param directory where the user stands; relative paths begin here
 * @param values the options that were given, flags with an empty value
 * @param operands what was given besides
 */
public record Invocation(Console console, Path directory, Map<Option, List<String>> values, List<String> operands) {

    private static final String CONFIG_NAME = "runwisp.toml";
    private static final String DATA_NAME = "data";
    private static final int PORT = 9477;
    private static final String HOST = "127.0.0.1";

    public Invocation {
        values = Map.copyOf(values);
        operands = List.copyOf(operands);
    }

    /** Whether the option was given. */
    public boolean has(Option option) {
        return values.containsKey(option);
    }

    /** The value of the option, or null when it was not given. */
    public @Nullable String value(Option option) {
        List<String> all = all(option);
        return all.isEmpty() ? null : all.getLast();
    }

    /** Every value of an option that may be given more than once, in their order. */
    public List<String> all(Option option) {
        return values.getOrDefault(option, List.of());
    }

    /** The configuration file as the user named it; a file among the operands wins over {@code --config}. */
    public String configName() {
        return operands.isEmpty() ? valueOr(GlobalOptions.CONFIG, CONFIG_NAME) : operands.getFirst();
    }

    /** The same call without operands, for commands whose operands are no configuration. */
    Invocation withoutOperands() {
        return new Invocation(console, directory, values, List.of());
    }

    /** Whether the configuration file is the one that is used when nobody names another. */
    public boolean usesDefaultConfig() {
        return configName().equals(CONFIG_NAME);
    }

    /** The data directory as the user named it. */
    public String dataName() {
        return valueOr(GlobalOptions.DATA, DATA_NAME);
    }

    /** The port of the daemon. */
    public int port() {
        String port = value(GlobalOptions.PORT);
        return port == null ? PORT : Integer.parseInt(port);
    }

    /** The address of the daemon. */
    public String host() {
        return valueOr(GlobalOptions.HOST, HOST);
    }

    private String valueOr(Option option, String otherwise) {
        String value = value(option);
        return value == null ? otherwise : value;
    }

    /** A path as the user meant it. */
    public Path path(String name) {
        return directory.resolve(name).normalize();
    }
}
