package io.runwisp.config;

import io.runwisp.config.load.ConfigLoader;
import io.runwisp.schedule.CronGrammar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;

/** Loads texts as configurations in fixed surroundings. */
public record Loading(Path directory, Map<String, String> environment) {

    private static final ScheduleGrammar GRAMMAR = new CronGrammar(() -> Instant.parse("2026-11-20T12:00:00Z"));

    /** Surroundings with no variable but {@code HOME}. */
    public static Loading in(Path directory) {
        return new Loading(directory, Map.of("HOME", "/home/op"));
    }

    /** Writes a file beside the root. */
    public Loading with(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes of a text. */
    public LoadResult load(String text) {
        with("runwisp.toml", text);
        return load(Path.of("runwisp.toml"));
    }

    /** What comes of a file. */
    public LoadResult load(Path file) {
        Surroundings surroundings = new Surroundings(environment, directory, ZoneId.of("Europe/Vienna"), () -> "box");
        return new ConfigLoader(GRAMMAR, surroundings).load(file);
    }

    /** The configuration that a text holds; fails with its errors where it holds none. */
    public Config valid(String text) {
        LoadResult result = load(text);
        Config config = result.config();
        if (config == null) {
            throw new AssertionError(result.errors().toString());
        }
        return config;
    }
}
