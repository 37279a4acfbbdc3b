package io.runwisp.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as the shell sees it: a process of its own. */
class MainTest {

    @TempDir
    Path directory;

    @TempDir
    Path programs;

    /** Runs a script in which {@code runwisp} is the program; answers with what it wrote and its exit code. */
    private String shell(Map<String, String> environment, String script) throws IOException, InterruptedException {
        Process process = start(environment, script);
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return text + "exit " + process.exitValue();
    }

    private Process start(Map<String, String> environment, String script) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", "-c", script).directory(directory.toFile())
            .redirectErrorStream(true);
        // Nothing of the developer's own settings may colour the result.
        builder.environment().keySet().retainAll(List.of("HOME"));
        builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Puts a launcher in the path, as the image has one. */
    @BeforeEach
    void writeLauncher() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path launcher = Files.writeString(programs.resolve("runwisp"), """
                #!/bin/sh
                exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' %s "$@"
                """.formatted(java, System.getProperty("java.class.path"), Main.class.getName()));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void exitCodesReachTheShell() throws Exception {
        assertEquals("runwisp development\nexit 0", shell(Map.of(), "runwisp --version"));
        assertTrue(shell(Map.of(), "runwisp validate").endsWith("exit 1"));
        assertTrue(shell(Map.of(), "runwisp").endsWith("exit 2"));
        assertTrue(shell(Map.of(), "runwisp valdate").endsWith("exit 2"));
    }

    @Test
    void aReaderThatHadEnoughIsNoFailure() throws Exception {
        assertEquals("{\n0 0 exit 0", shell(Map.of(), "runwisp schema | head -n 1; echo -n \"${PIPESTATUS[*]} \""));
    }

    @Test
    void aFullDiskIsAFailure() throws Exception {
        assertEquals("Error: the output could not be written: No space left on device.\nexit 1",
                shell(Map.of(), "runwisp schema > /dev/full"));
    }

    @Test
    void outputIsUtf8AndOwnSignsAreAsciiWhereTheLocaleKnowsNoMore() throws Exception {
        Files.writeString(directory.resolve("runwisp.toml"), "[tasks.a]\ndescription = \"größe 日本\"\nrun = \"true\"\n");
        assertTrue(shell(Map.of("LC_ALL", "C"), "runwisp validate").startsWith("ok runwisp.toml is valid.\n"));
        assertTrue(shell(Map.of("LC_ALL", "C"), "runwisp list").contains("größe 日本\n"));
        assertTrue(shell(Map.of(), "runwisp validate").startsWith("✓ runwisp.toml is valid.\n"));
    }

    @Test
    void aFileNameThatTheLocaleCannotSayIsAMessage() throws Exception {
        String text = shell(Map.of("LC_ALL", "C"), "runwisp validate größe.toml");
        assertTrue(text.contains("set LC_ALL=C.UTF-8 and try again."), text);
        assertTrue(text.endsWith("exit 2"), text);
    }

    @Test
    void modesDoNotDependOnTheUmask() throws Exception {
        for (String umask : List.of("000", "077", "777")) {
            String script = "umask " + umask
                    + "; runwisp init $0.toml --data d/$0 > /dev/null; stat -c %a $0.toml d d/$0 d/$0/password";
            assertEquals("644\n700\n700\n600\nexit 0", shell(Map.of(), script.replace("$0", "u" + umask)));
            assertTrue(shell(Map.of(), "rm -r d").endsWith("exit 0"));
        }
    }

    /**
     * Two first starts at once must agree on one password. The first has made the file and not yet written it when the
     * second finds it empty: the second has to wait, and then to keep what the first wrote.
     */
    @Test
    void aStartWaitsForAnotherThatIsWritingThePassword() throws Exception {
        Path file = Files.createDirectory(directory.resolve("data")).resolve("password");
        Process second;
        try (FileChannel first = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            first.lock();
            second = start(Map.of(), "exec runwisp init");
            awaitBlocked(second);
            first.write(ByteBuffer.wrap("first".getBytes(StandardCharsets.US_ASCII)));
        }
        String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(said.contains("data/password was there already and stays as it is."), said);
        assertEquals("first", Files.readString(file));
    }

    /** Waits until the kernel lists the process among those that wait for a lock. */
    private static void awaitBlocked(Process process) throws IOException {
        String waiter = " " + process.pid() + " ";
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (Files.readAllLines(Path.of("/proc/locks"))
            .stream()
            .noneMatch(line -> line.contains("->") && line.contains(waiter))) {
            assertTrue(process.isAlive(), "it ended instead of waiting");
            assertTrue(System.nanoTime() < deadline, "it never waited for the lock");
            Thread.onSpinWait();
        }
    }

    @Test
    void aTerminalGetsColoursAndAPipeNone() throws Exception {
        Map<String, String> terminal = Map.of("TERM", "xterm");
        String text = shell(terminal, "script -qec 'runwisp help' /dev/null");
        assertTrue(text.contains("\u001b[1mCommands\u001b[0m"), text);
        assertEquals(-1, shell(terminal, "runwisp help").indexOf('\u001b'));
    }
}
