package io.runwisp.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.OutputSink.Limits;
import io.runwisp.engine.OutputSink.Log;
import io.runwisp.engine.OutputSink.Totals;
import io.runwisp.model.LogFullPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteFailureTest {

    private static final String FULL = "writeFailed " + Workbench.RUN + " IOException: No space left on device";
    private static final String MARK = "[SYSTEM] 2026-11-20 15:03:05 the log could not be written "
            + "(IOException: No space left on device); output is missing here";

    @TempDir
    private Path directory;
    private Workbench bench;

    @BeforeEach
    void prepare() {
        bench = new Workbench(directory);
    }

    @Test
    void onlyWholeLinesStayOnAFullDisk() throws IOException {
        Log log = bench.open(Workbench.NO_LIMITS);
        bench.disk.fullAfter(50);
        RotationTest.printLines(log, 0, 10);
        assertEquals(List.of(FULL), bench.told.events());
        assertEquals(List.of(RotationTest.line(0), RotationTest.line(1)), bench.written(log).lines());
        Totals totals = log.finish();
        assertEquals(new Totals(200, 2, true, true), totals);
        assertEquals(2, bench.written(log).lines().size());
    }

    @Test
    void theCutIsMarkedAtTheEndWhenThereIsRoomAgain() throws IOException {
        Log log = bench.open(Workbench.NO_LIMITS);
        bench.disk.fullAfter(50);
        RotationTest.printLines(log, 0, 10);
        bench.disk.fullAfter(Long.MAX_VALUE);
        RotationTest.printLines(log, 10, 20);
        Totals totals = log.finish();
        assertEquals(List.of(RotationTest.line(0), RotationTest.line(1), MARK,
                "[SYSTEM] 2026-11-20 15:03:05 output is incomplete: 400 bytes were produced, the log has no limit"),
                bench.written(log).lines());
        assertEquals(new Totals(400, 4, true, true), totals);
        assertEquals(List.of(FULL), bench.told.events());
    }

    @Test
    void whatFollowersGetIsWhatIsInTheFile() throws IOException {
        Log log = bench.open(Workbench.NO_LIMITS);
        LineSubscription follower = bench.bus.subscribe(Workbench.RUN, () -> {
        }).orElseThrow();
        bench.disk.fullAfter(50);
        RotationTest.printLines(log, 0, 10);
        bench.disk.fullAfter(Long.MAX_VALUE);
        log.finish();
        List<LiveLine> lines = follower.drain().lines();
        List<String> written = bench.written(log).lines();
        assertEquals(written, lines.stream().map(line -> line.stream().prefix() + line.text()).toList());
        assertEquals(3, lines.getLast().number());
    }

    @Test
    void aSyncThatFailsAtTheEndIsToldAndLeavesAWholeLog() throws IOException {
        Log log = bench.open(Workbench.NO_LIMITS);
        RotationTest.printLines(log, 0, 3);
        bench.disk.failSync(true);
        assertEquals(new Totals(60, 3, false, false), log.finish());
        assertEquals(List.of("writeFailed " + Workbench.RUN + " IOException: Input/output error"), bench.told.events());
        bench.written(log).check();
    }

    @Test
    void aSyncThatFailsAtARotationStopsTheCapture() throws IOException {
        Log log = bench.open(new Limits(200, LogFullPolicy.DROP_OLD, 0));
        bench.disk.failSync(true);
        RotationTest.printLines(log, 0, 20);
        bench.disk.failSync(false);
        assertTrue(log.finish().cut());
        assertEquals(List.of("writeFailed " + Workbench.RUN + " IOException: Input/output error"), bench.told.events());
        List<String> lines = bench.written(log).lines();
        assertEquals(RotationTest.line(9), lines.get(9));
        assertTrue(lines.get(10).contains("could not be written"), lines.toString());
        assertFalse(bench.written(log).meta().previousStart().isPresent());
    }

    @Test
    void theDiskIsLookedAtAfterARotation() throws IOException {
        Log log = bench.open(new Limits(200, LogFullPolicy.DROP_OLD, 1000));
        RotationTest.printLines(log, 0, 9);
        bench.disk.freeBytes(999);
        RotationTest.printLines(log, 9, 20);
        log.finish();
        assertEquals(List.of("diskPressure " + Workbench.RUN + " 999 1000 false"), bench.told.events());
        assertEquals("[SYSTEM] 2026-11-20 15:03:05 the disk has 999 bytes left, less than the minimum of 1000; "
                + "further output is dropped", bench.written(log).lines().get(1));
    }

    @Test
    void aSlowDiskLosesNothingAndItsDelayIsSeenInTheTimes() throws IOException {
        bench.disk.slow(() -> bench.clock.advance(Duration.ofSeconds(2)));
        Log log = bench.open(new Limits(200, LogFullPolicy.DROP_OLD, 0));
        for (int i = 0; i < 15; i++) {
            RotationTest.printLines(log, i, i + 1);
        }
        assertEquals(300, log.finish().producedBytes());
        bench.written(log).check();
        assertEquals(RotationTest.line(14), bench.written(log).lines().get(5));
        assertEquals(List.of(), bench.told.events());
    }

    @Test
    void aSubscriptionNeverKeepsTheWriterWaiting() throws IOException {
        Log log = bench.open(Workbench.NO_LIMITS);
        LineSubscription follower = bench.bus.subscribe(Workbench.RUN, () -> {
        }).orElseThrow();
        RotationTest.printLines(log, 0, 10_000);
        log.finish();
        LineSubscription.Batch batch = follower.drain();
        assertEquals(10_000 - LineSubscription.MOST_LINES, batch.dropped());
        assertEquals(batch.dropped(), batch.lines().getFirst().number());
        assertTrue(batch.ended());
        assertEquals(10_000, bench.written(log).lines().size());
    }
}
