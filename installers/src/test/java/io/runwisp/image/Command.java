package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command line in a folder, with an environment that holds nothing but what is said here. At first that is a {@code PATH} of the system's own folders:
 * no {@code JAVA_HOME}, no locale.
 */
record Command(Path folder, Map<String, String> environment, List<String> line) {

    private static final long LIMIT_SECONDS = 90;

    static Command in(Path folder, Object... line) {
        return new Command(folder, Map.of("PATH", "/usr/bin:/bin"),
                List.of(line).stream().map(Object::toString).toList());
    }

    /** The same command with one variable more, or with another value for it. */
    Command with(String variable, Object value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value.toString());
        return new Command(folder, Map.copyOf(more), line);
    }

    /** The same command with a folder that is searched for programs first. */
    Command withProgramsOf(Path programs) {
        return with("PATH", programs + ":" + environment.get("PATH"));
    }

    /** The same command with further arguments. */
    Command and(Object... arguments) {
        List<String> more = new ArrayList<>(line);
        List.of(arguments).forEach(argument -> more.add(argument.toString()));
        return new Command(folder, environment, more);
    }

    /** Runs it to its end, which must come within a bound. */
    Outcome run() throws IOException, InterruptedException {
        Path out = Files.createTempFile("command", ".out");
        Path err = Files.createTempFile("command", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertTrue(ended, () -> "No end after " + LIMIT_SECONDS + " s: " + line);
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Writes a shell script, for a test to put in the place of a program. */
    static Path script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
