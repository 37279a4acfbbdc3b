package io.runwisp.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A shell in which {@code runwisp} is the image's and asks the daemon of a test, whatever port that has. */
record Shell(Path folder) {

    /** A shell in a folder, whose {@code runwisp} asks this daemon. */
    static Shell beside(Daemon daemon, Path folder) throws IOException {
        Command.script(folder.resolve("bin/runwisp"),
                "exec '" + Image.LAUNCHER + "' \"$@\" --port " + daemon.url().getPort() + "\n");
        return new Shell(folder);
    }

    /** A line, to be run. */
    Command line(String line) {
        return Command.in(folder, "sh", "-c", line)
            .withProgramsOf(folder.resolve("bin"))
            .with("HOME", folder);
    }

    /** Starts a line that goes on until somebody ends it. */
    Running start(String line) throws IOException {
        Path out = Files.createTempFile(folder, "running", ".out");
        Path err = Files.createTempFile(folder, "running", ".err");
        // Who starts a build in the background has Ctrl-C ignored by all that comes of it.
        List<String> words = List.of("env", "--default-signal=INT", "sh", "-c", "exec " + line);
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(line(line).environment());
        return new Running(builder.start(), out, err);
    }

    /** Something that goes on. Closing it kills it. */
    record Running(Process process, Path out, Path err) implements AutoCloseable {

        /** Waits until it has printed this. */
        Running shows(String text) throws Exception {
            Patience.until("it shows «" + text + "»", () -> Files.readString(out).contains(text), this::toString);
            return this;
        }

        /** Waits until it has said this on its error stream. */
        Running notes(String text) throws Exception {
            Patience.until("it notes «" + text + "»", () -> Files.readString(err).contains(text), this::toString);
            return this;
        }

        /** Ends it by Ctrl-C. */
        Outcome interrupted() throws Exception {
            new ProcessBuilder("kill", "-s", "INT", Long.toString(process.pid())).start().waitFor();
            return ended();
        }

        Outcome ended() throws Exception {
            if (!process.waitFor(Patience.BOUND.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("No end within " + Patience.BOUND.toSeconds() + " s: " + this);
            }
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        }

        @Override
        public String toString() {
            try {
                return Files.readString(out) + "\n--- on the error stream:\n" + Files.readString(err);
            } catch (IOException e) {
                return e.toString();
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
