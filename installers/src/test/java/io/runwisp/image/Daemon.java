package io.runwisp.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A daemon of the image, in a folder with a configuration. Closing it kills whatever is left of it. */
final class Daemon implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Process process;
    private final Path log;

    private Daemon(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts one, and does not wait. */
    static Daemon start(Path folder, String... options) throws IOException {
        Path log = folder.resolve("daemon-" + NUMBER.incrementAndGet() + ".log");
        List<String> line = new ArrayList<>(List.of(Image.LAUNCHER.toString(), "daemon"));
        line.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString()));
        return new Daemon(builder.start(), log);
    }

    /** Starts one on this configuration and waits until it is ready. */
    static Daemon ready(Path folder, String toml) throws Exception {
        Files.writeString(folder.resolve("runwisp.toml"), toml);
        return ready(folder);
    }

    /** Starts one on what lies there and waits until it is ready. */
    static Daemon ready(Path folder) throws Exception {
        Daemon daemon = start(folder);
        Patience.until("the daemon is ready", () -> daemon.says("ready, ") || !daemon.process.isAlive(), daemon::log);
        if (!daemon.process.isAlive()) {
            throw new AssertionError("The daemon ended with " + daemon.process.exitValue() + "\n" + daemon.log());
        }
        return daemon;
    }

    long pid() {
        return process.pid();
    }

    boolean lives() {
        return process.isAlive();
    }

    /** Everything that it has said so far. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    boolean says(String text) {
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
    int stop() throws IOException, InterruptedException {
        signal("TERM");
        return end();
    }

    /** Kills it alone: what it has started lives on. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        end();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
