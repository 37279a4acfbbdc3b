package io.runwisp.cli;

import io.runwisp.cli.terminal.RecordingConsole;
import io.runwisp.config.Surroundings;
import io.runwisp.config.load.ConfigLoader;
import io.runwisp.schedule.CronGrammar;
import io.runwisp.time.VirtualWallClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** A directory in which {@code runwisp} is called, on an afternoon in November. */
final class Workplace {

    /** Friday, 16:20 in Vienna. */
    static final Instant NOW = Instant.parse("2026-11-20T15:20:00Z");

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private final VirtualWallClock clock = new VirtualWallClock(NOW);

    Workplace(Path directory) {
        this.directory = directory;
    }

    /** What a call wrote and how it ended. */
    record Call(int code, String out, String err) {
    }

    /** Puts a file there. */
    Workplace file(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a variable. */
    Workplace variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Calls {@code runwisp} in a pipe. */
    Call call(String... arguments) {
        return call(RecordingConsole.pipe(), arguments);
    }

    /** Calls {@code runwisp}. */
    Call call(RecordingConsole console, String... arguments) {
        int code = commandLine().run(List.of(arguments), console.console());
        return new Call(code, console.out(), console.err());
    }

    /** Calls a program that has this command alone. */
    Call callOf(Function<Map<String, String>, Command> command, String... arguments) {
        RecordingConsole console = RecordingConsole.pipe();
        int code = new CommandLine(List.of(command.apply(environment)), "0.1.0", directory)
            .run(List.of(arguments), console.console());
        return new Call(code, console.out(), console.err());
    }

    /** The loader as the daemon wires it, standing here. */
    ConfigSource source() {
        Surroundings surroundings = new Surroundings(environment, directory, ZoneId.of("Europe/Vienna"), () -> "shop");
        return file -> new ConfigLoader(new CronGrammar(clock::now), surroundings).load(file);
    }

    private CommandLine commandLine() {
        return new CommandLine(List.of(
                new InitCommand(environment, () -> new Random(1)),
                new ValidateCommand(source(), clock),
                new ListCommand(source(), _ -> ExitCode.FAILED),
                new SchemaCommand()), "0.1.0", directory);
    }
}
