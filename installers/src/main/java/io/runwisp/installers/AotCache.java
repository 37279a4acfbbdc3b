package io.runwisp.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The JVM's ahead-of-time cache. The JVM does not notice when a cache is older than the jars and would run the old classes without a word, so the name
 * of the file carries a fingerprint of everything it was made from: it cannot be mistaken for that of another build.
 */
record AotCache(Path file, Jars jars, Image image) {

    private static final long LIMIT_MINUTES = 5;

    /** The cache of these jars with these options on the run-time image. */
    static AotCache of(Jars jars, Path options, Image image) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        for (Path jar : jars.files()) {
            fingerprint.add(jar);
        }
        fingerprint.add(options);
        fingerprint.add(image.runtime().resolve("release"));
        return new AotCache(image.library().resolve("runwisp-" + fingerprint.text() + ".aot"), jars, image);
    }

    /** Starts the program once, in a folder and on a command that must succeed, and keeps what the JVM learned from it; the log shows what it said. */
    void train(String mainClass, List<String> arguments, Path folder, Path log)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(image.java().toString(), "@" + image.jvmOptions(), "-XX:AOTCacheOutput=" + file,
                        "-Dorg.sqlite.lib.path=" + image.library(), "-cp", jars.classPath(image.library() + "/"),
                        mainClass));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
        int exit = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
        process.destroyForcibly();
        if (exit != 0 || !Files.isRegularFile(file)) {
            throw new IllegalStateException("The start that trains the AOT cache failed with exit code " + exit + ": "
                    + String.join(" ", command)
                    + System.lineSeparator() + Files.readString(log));
        }
    }
}
