package io.runwisp.process;

import io.runwisp.model.ProcessIdentity;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A {@link Victim} in a JVM of its own, and the process that it has started. */
final class Scene implements AutoCloseable {

    private final Process daemon;
    private final BufferedReader said;

    Scene(String deed, String script) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        daemon = new ProcessBuilder(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Victim.class.getName(), deed, script)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
        said = daemon.inputReader(StandardCharsets.UTF_8);
    }

    /** The process that the daemon has started, as it tells. */
    ProcessIdentity identity() throws IOException {
        String line = said.readLine();
        String[] words = line.split("[ ,\\[\\]]+", -1);
        long pid = Long.parseLong(words[0]);
        List<Long> inodes = Arrays.stream(words).skip(2).filter(word -> !word.isEmpty()).map(Long::valueOf).toList();
        return new ProcessIdentity(pid, Long.parseLong(words[1]), GatedStart.bootId(), pid, inodes);
    }

    /** As {@code kill -9} does it. */
    void kill() {
        daemon.destroyForcibly().onExit().join();
    }

    /** Waits until a script has written something into a file, and gives it. */
    static String written(Stage stage, Path file) throws IOException {
        stage.await("nothing was written into " + file, () -> isWritten(file));
        return Files.readString(file).strip();
    }

    private static boolean isWritten(Path file) {
        try {
            return Files.exists(file) && Files.readString(file).endsWith("\n");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
