package io.runwisp.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.OutputSink.Limits;
import io.runwisp.engine.OutputSink.Log;
import io.runwisp.engine.OutputSink.Opening;
import io.runwisp.engine.OutputSink.Order;
import io.runwisp.engine.OutputSink.Refused;
import io.runwisp.model.LogFullPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileNamesTest {

    @TempDir
    private Path directory;
    private Workbench bench;

    @BeforeEach
    void prepare() {
        bench = new Workbench(directory);
    }

    @Test
    void aLogIsNamedByTheSecondInUtcAndTheEndOfTheRunsId() {
        Log log = bench.open(Workbench.NO_LIMITS);
        assertEquals("20261120_140305_5fav.log", log.fileName());
        assertTrue(Files.exists(bench.logs.resolve("db_backup/20261120_140305_5fav.log")));
        log.finish();
    }

    @Test
    void aTakenNameGetsANumber() throws IOException {
        bench.open(Workbench.NO_LIMITS).finish();
        Log second = bench.open(Workbench.NO_LIMITS);
        assertEquals("20261120_140305_5fav-2.log", second.fileName());
        second.finish();
        Log third = bench.open(Workbench.NO_LIMITS);
        assertEquals("20261120_140305_5fav-3.log", third.fileName());
        third.finish();
        bench.written(third).check();
    }

    @Test
    void aSidecarThatWasLeftBehindIsNotTouched() throws IOException {
        Files.createDirectories(bench.logs.resolve("db_backup"));
        Path left = bench.logs.resolve("db_backup/20261120_140305_5fav.log.tidx");
        Files.writeString(left, "left");
        Log log = bench.open(Workbench.NO_LIMITS);
        assertEquals("20261120_140305_5fav-2.log", log.fileName());
        log.finish();
        assertEquals("left", Files.readString(left));
        assertTrue(Files.notExists(bench.logs.resolve("db_backup/20261120_140305_5fav.log")));
    }

    @Test
    void aNameIsTakenWhileItsLogIsBeingRotated() throws IOException {
        Files.createDirectories(bench.logs.resolve("db_backup"));
        Files.writeString(bench.logs.resolve("db_backup/20261120_140305_5fav.log.prev"), "earlier\n");
        Log log = bench.open(Workbench.NO_LIMITS);
        assertEquals("20261120_140305_5fav-2.log", log.fileName());
        log.finish();
    }

    @Test
    void modesAreSetWhateverTheUmask() throws IOException {
        Log log = bench.open(new Limits(30, LogFullPolicy.DROP_OLD, 0));
        Workbench.print(log, "0123456789\n0123456789\n0123456789\n");
        log.finish();
        assertEquals("rwx------", mode(bench.logs));
        assertEquals("rwx------", mode(bench.logs.resolve("db_backup")));
        for (Path file : bench.files(log).all()) {
            assertEquals("rw-r--r--", mode(file), file.toString());
        }
    }

    @Test
    void aLinkInThePlaceOfTheDirectoryIsRefused() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.createDirectories(bench.logs);
        Files.createSymbolicLink(bench.logs.resolve("db_backup"), elsewhere);
        Opening opening = bench.sink.open(order(), bench.told);
        String reason = assertInstanceOf(Refused.class, opening).reason();
        assertTrue(reason.contains("db_backup"), reason);
        assertEquals(List.of(), names(elsewhere));
    }

    @Test
    void aLinkInThePlaceOfTheFileIsNotFollowed() throws IOException {
        Files.createDirectories(bench.logs.resolve("db_backup"));
        Path victim = Files.writeString(directory.resolve("victim"), "precious");
        Files.createSymbolicLink(bench.logs.resolve("db_backup/20261120_140305_5fav.log"), victim);
        Log log = bench.open(Workbench.NO_LIMITS);
        Workbench.print(log, "text\n");
        log.finish();
        assertEquals("precious", Files.readString(victim));
        assertEquals("20261120_140305_5fav-2.log", log.fileName());
    }

    @Test
    void aDirectoryThatCannotBeMadeIsAReasonNotAnException() throws IOException {
        Files.writeString(bench.logs, "a file");
        String reason = assertInstanceOf(Refused.class, bench.sink.open(order(), bench.told)).reason();
        assertTrue(reason.contains(bench.logs.toString()), reason);
    }

    @Test
    void aDirectoryThatASweeperHasRemovedIsMadeAgain() {
        bench.disk.onCreate(file -> Files.delete(bench.logs.resolve("db_backup")));
        Log log = bench.open(Workbench.NO_LIMITS);
        Workbench.print(log, "text\n");
        assertTrue(log.finish().durable());
    }

    /**
     * A run at the start of the daemon failed now and then, although its log was tried twice: the sweep of the start removed the directory of its unit after it
     * was made and before it had its mode.
     */
    @Test
    void noLogIsRefusedWhileASweeperIsAtWork() throws Exception {
        LogArea area = new LogArea(bench.logs, new LocalLogDisk());
        AtomicBoolean over = new AtomicBoolean();
        Thread sweeper = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                area.removeEmptyDirectories();
            }
        });
        try {
            for (int i = 0; i < 200; i++) {
                Log log = bench.open(Workbench.NO_LIMITS);
                log.finish();
                area.remove("db.backup", log.fileName());
            }
        } finally {
            over.set(true);
            sweeper.join();
        }
    }

    private static Order order() {
        return new Order(Workbench.RUN, "db.backup", Workbench.START, Workbench.NO_LIMITS, List.of());
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    private static List<Path> names(Path path) throws IOException {
        try (var files = Files.list(path)) {
            return files.toList();
        }
    }
}
