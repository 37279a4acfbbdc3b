package io.runwisp.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An ahead-of-time cache of the JVM. The JVM does not notice when a cache is older than the jars and would run the old classes without a word, so the name
 * of the file carries a fingerprint of everything it was made from: it cannot be mistaken for that of another build.
 *
 * @param file where it lies
 * @param start how the program is started, by the jars that it was made from
 */
record AotCache(Path file, Start start) {

    private static final long LIMIT_MINUTES = 5;

    /**
     * The cache of these jars with these options on the run-time image.
     *
     * @param life what it was trained for
     */
    static AotCache of(String life, Start start) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        for (Path jar : start.jars().files()) {
            fingerprint.add(jar);
        }
        fingerprint.add(start.image().jvmOptions());
        fingerprint.add(start.image().runtime().resolve("release"));
        return new AotCache(start.image().library().resolve(life + "-" + fingerprint.text() + ".aot"), start);
    }

    /** The name of its file. */
    String name() {
        return file.getFileName().toString();
    }

    /** Starts the program once, in a folder and on a command that must succeed, and keeps what the JVM learned from it; the log shows what it said. */
    void train(String mainClass, List<String> arguments, Path folder, Path log)
            throws IOException, InterruptedException {
        List<String> options = List.of("-XX:AOTCacheOutput=" + file);
        Process process = start.in(folder, options, mainClass, arguments)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
        int exit = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
        process.destroyForcibly();
        if (exit != 0 || !Files.isRegularFile(file)) {
            List<String> what = new ArrayList<>(arguments);
            what.addFirst(mainClass);
            throw new IllegalStateException("The start that trains " + file + " failed with exit code " + exit + ": "
                    + String.join(" ", what)
                    + System.lineSeparator() + Files.readString(log));
        }
    }
}
