package io.runwisp.data;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Another JVM that obeys line by line. It has no privileges, even where the tests run as root: modes mean to it what
 * they mean to everybody.
 */
public final class SecondProcess implements AutoCloseable {

    private static final String PLAIN_USER = """
            umask "$1"; shift
            if [ "$(id -u)" = 0 ]; then exec setpriv --bounding-set=-all --inh-caps=-all "$@"; fi
            exec "$@"
            """;

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;

    /** Starts a class of the tests with a umask. */
    public SecondProcess(Class<?> main, String umask) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process = new ProcessBuilder(List.of("/bin/bash", "-c", PLAIN_USER, "bash", umask, java, "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), main.getName()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Gives an order and does not wait for the answer. */
    public void tell(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
    }

    /** The next answer. */
    public String answer() throws IOException {
        return String.valueOf(answers.readLine());
    }

    /** Gives an order and waits for its answer. */
    public String ask(String order) throws IOException {
        tell(order);
        return answer();
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Ends it as {@code kill -9} does, and waits until it has gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
