package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Children that do not behave: none of them may keep the daemon, outlive it, or spoil what is recorded. */
class HostileChildrenIT {

    @TempDir
    Path folder;

    private final String mark = UUID.randomUUID().toString();

    @AfterEach
    void endWhatIsLeft() throws IOException {
        Processes.with("MARK", mark)
            .forEach(process -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly));
    }

    @Test
    void whatIgnoresTheSignalIsKilledAfterItsGrace() throws Exception {
        try (Daemon daemon = ready("trap '' TERM; echo up; while true; do sleep 0.05; done")) {
            awaitOutput("up", daemon);
            assertEquals(0, daemon.stop(), daemon::log);
            assertEquals(List.of("stopped 137"), rows().of("SELECT end_reason, exit_code FROM runs"));
        }
        assertEquals(List.of(), Processes.with("MARK", mark));
    }

    @Test
    void whatForksIsEndedWithEverythingThatItStarted() throws Exception {
        try (Daemon daemon = ready(
                "for n in 1 2 3; do (trap '' TERM; while true; do sleep 0.05; done) & done; echo up; wait")) {
            awaitOutput("up", daemon);
            assertEquals(0, daemon.stop(), daemon::log);
        }
        assertEquals(List.of(), Processes.with("MARK", mark));
    }

    @Test
    void whatHasEscapedIsFoundByItsPipesAfterTheDaemonWasKilled() throws Exception {
        Daemon first = ready("setsid sh -c 'while true; do sleep 0.05; done' & echo up; wait");
        awaitOutput("up", first);
        first.kill();
        Files.writeString(folder.resolve("runwisp.toml"), Image.GOOD);
        try (Daemon second = Daemon.ready(folder)) {
            assertEquals(List.of(), Processes.with("MARK", mark));
            assertEquals(0, second.stop());
        }
    }

    @Test
    void whatFloodsFillsItsLogAndNotTheMemory() throws Exception {
        try (Daemon daemon = ready("echo up; exec yes 0123456789012345678901234567890123456789")) {
            awaitOutput("01234", daemon);
            Path logs = folder.resolve("data/logs/child");
            Patience.until("a rotation", () -> {
                try (Stream<Path> files = Files.list(logs)) {
                    return files.anyMatch(file -> file.toString().endsWith(".log.prev"));
                }
            }, daemon::log);
            assertEquals(0, daemon.stop(), daemon::log);
            try (Stream<Path> files = Files.list(logs)) {
                long bytes = files.mapToLong(file -> file.toFile().length()).sum();
                assertTrue(bytes < 5_000_000, () -> bytes + " bytes of log");
            }
        }
        assertEquals(List.of(), Processes.with("MARK", mark));
    }

    @Test
    void badBytesBecomeReadableText() throws Exception {
        try (Daemon daemon = ready("printf 'a\\377\\200b\\000c\\n'; printf 'no end'; exec sleep 1000")) {
            awaitOutput("b", daemon);
            assertEquals(0, daemon.stop(), daemon::log);
            String log = log();
            assertTrue(log.contains("[binary] a\\xff\\x80b\\x00c\nno end\n"), log);
        }
    }

    private Daemon ready(String script) throws Exception {
        return Daemon.ready(folder, """
            [tasks.child]
            run_on_start  = true
            graceful_stop = "300ms"
            log_max_size  = "1mb"
            env           = { MARK = "%s" }
            run           = '''
            %s
            '''
            """.formatted(mark, script));
    }

    private void awaitOutput(String text, Daemon daemon) throws Exception {
        Patience.until("it prints «" + text + "»", () -> log().contains(text), daemon::log);
    }

    private String log() throws Exception {
        List<String> names = rows().of("SELECT log_file FROM runs WHERE log_file IS NOT NULL");
        Path file = folder.resolve("data/logs/child").resolve(names.isEmpty() ? "none" : names.getFirst());
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(4096), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            // Not there yet, or just being rotated.
            return "";
        }
    }

    private Rows rows() {
        return new Rows(folder.resolve("data"));
    }
}
