package io.runwisp.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.OutputSink.Limits;
import io.runwisp.engine.OutputSink.Log;
import io.runwisp.engine.OutputSink.Totals;
import io.runwisp.model.LogFullPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationTest {

    private static final Limits SMALL = new Limits(200, LogFullPolicy.DROP_OLD, 0);
    private static final String ROTATED = "[SYSTEM] 2026-11-20 15:03:05 output rotated at the limit of 200 bytes; "
            + "earlier output was truncated";

    @TempDir
    private Path directory;
    private Workbench bench;

    @BeforeEach
    void prepare() {
        bench = new Workbench(directory);
    }

    @Test
    void keepsTheSegmentBeforeAndGoesOnCounting() throws IOException {
        Log log = bench.open(SMALL);
        printLines(log, 0, 12);
        assertEquals(10, bench.written(log).previousLines().size());
        assertEquals(List.of(ROTATED, line(10), line(11)), bench.written(log).lines());
        assertEquals("{\"rl\":10,\"rb\":200,\"ps\":0}", Files.readString(bench.files(log).meta()));
        bench.written(log).check();
        log.finish();
        bench.written(log).check();
    }

    @Test
    void aSecondRotationTakesThePlaceOfTheFirst() throws IOException {
        Log log = bench.open(SMALL);
        printLines(log, 0, 16);
        assertEquals("{\"rl\":16,\"rb\":400,\"ps\":10}", Files.readString(bench.files(log).meta()));
        assertEquals(List.of(ROTATED, line(10), line(11), line(12), line(13), line(14)),
                bench.written(log).previousLines());
        assertEquals(List.of(ROTATED, line(15)), bench.written(log).lines());
        Totals totals = log.finish();
        assertEquals(16 + 2 + 1, totals.lines());
        bench.written(log).check();
    }

    @Test
    void theEndIsWrittenIntoTheMetaFile() throws IOException {
        Log log = bench.open(Workbench.NO_LIMITS);
        printLines(log, 0, 3);
        assertFalse(Files.exists(bench.files(log).meta()));
        log.finish();
        assertEquals("{\"rl\":0,\"rb\":0,\"fl\":3,\"fin\":true}", Files.readString(bench.files(log).meta()));
    }

    @Test
    void eachSegmentReachesTheDiskBeforeItIsLeft() {
        Log log = bench.open(SMALL);
        printLines(log, 0, 9);
        assertEquals(0, bench.disk.syncs());
        printLines(log, 9, 12);
        assertEquals(1, bench.disk.syncs());
        log.finish();
        assertEquals(2, bench.disk.syncs());
    }

    @Test
    void aLineLongerThanTheCapStillGetsItsPlace() throws IOException {
        Log log = bench.open(SMALL);
        String wide = "x".repeat(500);
        Workbench.print(log, wide + "\n" + wide + "\nshort\n");
        log.finish();
        assertEquals(List.of(ROTATED, wide), bench.written(log).previousLines());
        assertEquals("short", bench.written(log).lines().get(1));
        bench.written(log).check();
    }

    @Test
    void whenTheRenameFailsTheLogGoesOnWhereItIsUpToTwiceTheCap() throws IOException {
        bench.disk.failRename(file -> file.toString().endsWith(".log"));
        Log log = bench.open(SMALL);
        printLines(log, 0, 30);
        List<String> lines = bench.written(log).lines();
        assertEquals(line(19), lines.get(19));
        assertEquals("[SYSTEM] 2026-11-20 15:03:05 the log has reached its limit of 200 bytes and could not be rotated "
                + "(IOException: Operation not permitted); further output is dropped", lines.get(20));
        assertEquals(21, lines.size());
        assertEquals(List.of(), bench.told.events());
        log.finish();
        bench.written(log).check();
        assertFalse(Files.exists(bench.files(log).previousLog()));
    }

    @Test
    void whenTheRenameFailsTheOlderSegmentIsNotLost() throws IOException {
        Log log = bench.open(SMALL);
        printLines(log, 0, 12);
        List<String> before = bench.written(log).previousLines();
        bench.disk.failRename(file -> file.toString().endsWith(".log"));
        printLines(log, 12, 20);
        log.finish();
        assertEquals(before, bench.written(log).previousLines());
        bench.written(log).check();
    }

    @Test
    void aRenameThatWorksLaterIsTried() throws IOException {
        Limits limits = new Limits(1 << 20, LogFullPolicy.DROP_OLD, 0);
        bench.disk.failRename(file -> file.toString().endsWith(".log"));
        Log log = bench.open(limits);
        printLines(log, 0, 53_000);
        bench.disk.failRename(file -> false);
        printLines(log, 53_000, 60_000);
        assertTrue(Files.exists(bench.files(log).previousLog()));
        log.finish();
        bench.written(log).check();
    }

    @Test
    void anIndexThatCannotBeMovedIsRemovedRatherThanWrong() throws IOException {
        bench.disk.failRename(file -> file.toString().endsWith(".idx"));
        Log log = bench.open(SMALL);
        printLines(log, 0, 16);
        log.finish();
        assertFalse(Files.exists(bench.files(log).previousIndex()));
        assertEquals(line(15), bench.written(log).lines().get(1));
    }

    @Test
    void aSegmentThatCannotBeCreatedIsAWriteErrorThatIsMarkedAtTheEnd() throws IOException {
        Log log = bench.open(SMALL);
        bench.disk.failCreate(file -> file.toString().endsWith(".log"));
        printLines(log, 0, 20);
        assertEquals(List.of("writeFailed " + Workbench.RUN + " IOException: No space left on device"),
                bench.told.events());
        bench.disk.failCreate(file -> false);
        Totals totals = log.finish();
        assertTrue(totals.cut());
        assertEquals(10, bench.written(log).previousLines().size());
        assertEquals(
                "[SYSTEM] 2026-11-20 15:03:05 the log could not be written (IOException: No space left on device); "
                        + "output is missing here",
                bench.written(log).lines().getFirst());
        bench.written(log).check();
    }

    static String line(int number) {
        return String.format("line number %07d", number);
    }

    static void printLines(Log log, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(line(i)).append('\n');
        }
        Workbench.print(log, text.toString());
    }
}
