package io.runwisp.image;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A daemon of the image, in a folder with a configuration. Closing it kills whatever is left of it. */
public final class Daemon implements AutoCloseable {

    private static final Pattern URL = Pattern.compile("listening url=(\\S+)");
    private static final long GOODBYE_SECONDS = 3;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Process process;
    private final Path log;

    private Daemon(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts one on a port that is free, and does not wait. */
    public static Daemon start(Path folder, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--port", "0"));
        all.addAll(List.of(options));
        return start(folder, Map.of(), all);
    }

    /** Starts one with these variables and options, and does not wait. */
    public static Daemon start(Path folder, Map<String, String> variables, List<String> options) throws IOException {
        Path log = folder.resolve("daemon-" + NUMBER.incrementAndGet() + ".log");
        List<String> line = new ArrayList<>(List.of(Image.LAUNCHER.toString(), "daemon"));
        line.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString()));
        builder.environment().putAll(variables);
        return new Daemon(builder.start(), log);
    }

    /** Starts one on this configuration and waits until it is ready. */
    public static Daemon ready(Path folder, String toml) throws Exception {
        Files.writeString(folder.resolve("runwisp.toml"), toml);
        return ready(folder);
    }

    /** Starts one on what lies there and waits until it is ready. */
    public static Daemon ready(Path folder) throws Exception {
        return start(folder).awaitReady();
    }

    /** Waits until it is ready. */
    public Daemon awaitReady() throws Exception {
        Patience.until("the daemon is ready", () -> says("ready, ") || !process.isAlive(), this::log);
        if (!process.isAlive()) {
            throw new AssertionError("The daemon ended with " + process.exitValue() + "\n" + log());
        }
        return this;
    }

    /** Where it listens. */
    public URI url() {
        Matcher found = URL.matcher(log());
        if (!found.find()) {
            throw new AssertionError("It does not say where it listens\n" + log());
        }
        return URI.create(found.group(1));
    }

    public long pid() {
        return process.pid();
    }

    boolean lives() {
        return process.isAlive();
    }

    /** Everything that it has said so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    public boolean says(String text) {
        return log().contains(text);
    }

    /** Waits until it says something. */
    void awaits(String text) throws Exception {
        Patience.until("it says «" + text + "»", () -> says(text), this::log);
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-s", name, Long.toString(pid())).start().waitFor();
    }

    /** Waits for its end and answers with its exit code. */
    int end() throws InterruptedException {
        if (!process.waitFor(Patience.BOUND.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("No end within " + Patience.BOUND.toSeconds() + " s\n" + log());
        }
        return process.exitValue();
    }

    /** Lets it end by itself. */
    public int stop() throws IOException, InterruptedException {
        signal("TERM");
        return end();
    }

    /** Kills it alone: what it has started lives on. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        end();
    }

    @Override
    public void close() {
        // In order, or its services would go on without it.
        process.destroy();
        try {
            process.onExit().get(GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
