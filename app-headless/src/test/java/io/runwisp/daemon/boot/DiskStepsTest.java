package io.runwisp.daemon.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.auth.JwtSecret;
import io.runwisp.daemon.boot.BootResult.Failed;
import io.runwisp.daemon.boot.BootResult.Started;
import io.runwisp.daemon.boot.DaemonProcess.EmptyDatabase;
import io.runwisp.data.FakeConfigEntries;
import io.runwisp.data.SecondProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts on a real directory, in this process and in others. */
class DiskStepsTest {

    @TempDir
    Path directory;

    private final FakeConfigEntries entries = new FakeConfigEntries();
    private Path data;

    @BeforeEach
    void name() throws IOException {
        data = directory.toRealPath().resolve("srv/data");
    }

    private Started<String, EmptyDatabase, Held> started(Map<String, String> environment) {
        return switch (DaemonProcess.start(data, environment, entries)) {
            case Started<String, EmptyDatabase, Held> started -> started;
            case Failed<String, EmptyDatabase, Held> failed -> throw new AssertionError(failed);
        };
    }

    private Failed<String, EmptyDatabase, Held> failed(Map<String, String> environment) {
        return switch (DaemonProcess.start(data, environment, entries)) {
            case Failed<String, EmptyDatabase, Held> failed -> failed;
            case Started<String, EmptyDatabase, Held> started -> throw new AssertionError(started);
        };
    }

    /** Files and their modes. */
    private Map<String, String> files() throws IOException {
        Map<String, String> modes = new TreeMap<>();
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                modes.put(file.getFileName().toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        return modes;
    }

    @Test
    void aFirstStartLeavesWhatTheDocumentationSays() throws IOException {
        try (var started = started(Map.of())) {
            assertEquals(Map.of("runwisp.db", "rw-r--r--", "password", "rw-------", "daemon.pid", "rw-------"),
                    files());
            assertEquals(ProcessHandle.current().pid() + "\n", Files.readString(data.resolve("daemon.pid")));
            assertEquals(Optional.of(started.prepared().fingerprint().text()), entries.get("fingerprint"));
            assertEquals(JwtSecret.Change.CREATED, started.prepared().secret().change());
        }
        assertEquals(Map.of("runwisp.db", "rw-r--r--", "password", "rw-------"), files());
    }

    @Test
    void theNextStartFindsEverythingAsItWas() throws IOException {
        Prepared<String, EmptyDatabase> first;
        try (var started = started(Map.of())) {
            first = started.prepared();
        }
        try (var started = started(Map.of())) {
            assertEquals(first.fingerprint(), started.prepared().fingerprint());
            assertEquals(first.password().text(), started.prepared().password().text());
            assertEquals(first.secret().secret(), started.prepared().secret().secret());
            assertEquals(List.of(), started.prepared().notices());
        }
    }

    @Test
    void aPasswordOfTheEnvironmentIsWrittenNowhere() throws IOException {
        try (var started = started(Map.of("RUNWISP_PASSWORD", "correct horse"))) {
            assertFalse(files().containsKey("password"));
            assertEquals("correct horse", started.prepared().password().text());
        }
        for (String row : List.of("jwt_secret", "password_hash", "fingerprint")) {
            assertFalse(entries.get(row).orElseThrow().contains("correct"), row);
        }
    }

    @Test
    void aDirectoryThatIsAFileEndsTheStart() throws IOException {
        Files.createDirectories(data.getParent());
        Files.writeString(data, "");
        Failed<String, EmptyDatabase, Held> failed = failed(Map.of());
        assertEquals(BootStep.DIRECTORY, failed.step());
        assertEquals("The data directory " + data + " cannot be made: " + data + " is not a directory.",
                failed.message().title());
    }

    @Test
    void aFingerprintThatCannotBeEndsTheStartAndGivesTheLockBack() throws IOException {
        Failed<String, EmptyDatabase, Held> failed = failed(Map.of("RUNWISP_FINGERPRINT", "a b"));
        assertEquals(BootStep.FINGERPRINT, failed.step());
        assertEquals(Map.of("runwisp.db", "rw-r--r--"), files());
        started(Map.of()).close();
    }

    @Test
    void aPasswordOfBlanksEndsTheStart() {
        assertEquals(BootStep.PASSWORD, failed(Map.of("RUNWISP_PASSWORD", " ")).step());
    }

    @Test
    void aSecondStartIsRefusedBeforeItTouchesAnything() throws IOException {
        try (var started = started(Map.of())) {
            String password = started.prepared().password().text();
            Failed<String, EmptyDatabase, Held> failed = failed(Map.of("RUNWISP_PASSWORD", "another"));
            assertEquals(BootStep.LOCK, failed.step());
            assertEquals("Another RunWisp, process " + ProcessHandle.current().pid()
                    + ", is using the data directory " + data + ".", failed.message().title());
            assertEquals(password + "\n", Files.readString(data.resolve("password")));
            assertEquals(Optional.empty(), entries.get("password_hash"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "077", "777"})
    void modesDoNotDependOnTheUmask(String umask) throws IOException {
        try (SecondProcess daemon = new SecondProcess(DaemonProcess.class, umask)) {
            assertEquals("started GENERATED", daemon.ask(data.toString()));
            assertEquals(Map.of("runwisp.db", "rw-r--r--", "password", "rw-------", "daemon.pid", "rw-------"),
                    files());
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
            assertEquals("stopped", daemon.ask("stop"));
            assertEquals("started FILE", daemon.ask(data.toString()));
        }
    }

    @Test
    void twoThatStartAtOnceAreOneDaemonEveryTime() throws IOException {
        try (SecondProcess one = new SecondProcess(DaemonProcess.class, "022");
                SecondProcess two = new SecondProcess(DaemonProcess.class, "022")) {
            for (int round = 0; round < 20; round++) {
                String place = data.resolveSibling("data" + round).toString();
                one.tell(place);
                two.tell(place);
                String first = one.answer();
                String second = two.answer();
                boolean oneWon = first.startsWith("started ");
                String loser = oneWon ? second : first;
                assertEquals("started GENERATED", oneWon ? first : second, first + " / " + second);
                assertTrue(loser.startsWith("failed at LOCK: Another RunWisp, "), first + " / " + second);
                assertEquals((oneWon ? one : two).pid() + "\n", Files.readString(Path.of(place, "daemon.pid")));
                assertEquals("stopped", (oneWon ? one : two).ask("stop"));
            }
        }
    }

    @Test
    void aKilledDaemonIsFollowedByTheNextAtOnce() throws Exception {
        try (SecondProcess first = new SecondProcess(DaemonProcess.class, "022");
                SecondProcess next = new SecondProcess(DaemonProcess.class, "022")) {
            assertEquals("started GENERATED", first.ask(data.toString()));
            assertEquals("failed at LOCK: Another RunWisp, process " + first.pid() + ", is using the data directory "
                    + data + ".", next.ask(data.toString()));
            first.kill();
            assertEquals(first.pid() + "\n", Files.readString(data.resolve("daemon.pid")));
            assertEquals("started FILE", next.ask(data.toString()));
            assertEquals(next.pid() + "\n", Files.readString(data.resolve("daemon.pid")));
        }
    }
}
