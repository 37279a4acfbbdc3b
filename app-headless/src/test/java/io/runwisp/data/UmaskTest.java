package io.runwisp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modes are the same under every umask, for a process without privileges. */
class UmaskTest {

    @TempDir
    Path directory;

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "022", "077", "277", "777"})
    void modesDoNotDependOnTheUmask(String umask) throws IOException {
        Path data = directory.resolve("srv/shop/data");
        try (SecondProcess process = new SecondProcess(DataProcess.class, umask)) {
            assertEquals("opened []", process.ask("open " + data));
            assertEquals("taken", process.ask("take " + data));
            assertEquals("written", process.ask("pid " + data));
            assertEquals("true rw-r--r--", process.ask("create " + data.resolve("runwisp.db")));
            assertEquals("rw-------", process.ask("replace " + data.resolve("secret")));
            assertEquals("rwx------", mode(data));
            assertEquals("rwx------", mode(directory.resolve("srv/shop")));
            assertEquals("rwx------", mode(directory.resolve("srv")));
            assertEquals("rw-------", mode(data.resolve("daemon.pid")));
        }
    }
}
