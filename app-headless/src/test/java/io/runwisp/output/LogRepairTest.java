package io.runwisp.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.OutputSink.Limits;
import io.runwisp.engine.OutputSink.Log;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.output.format.LogFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRepairTest {

    @TempDir
    private Path directory;

    /** Three rotations and a few thousand lines, cut off at every single step that changes the disk. */
    @Test
    void aDeathBetweenAnyTwoStepsIsRepaired() throws IOException {
        int step = 0;
        boolean killed = true;
        while (killed) {
            Workbench bench = new Workbench(Files.createDirectory(directory.resolve("step" + step)));
            Log log = bench.open(new Limits(60_000, LogFullPolicy.DROP_OLD, 0));
            bench.disk.killIn(step);
            killed = writeUntilKilled(log);
            LogFiles files = bench.files(log);
            WrittenLog written = new WrittenLog(files);
            written.checkReader("step " + step + ", not repaired");
            LogRepair repair = new LogRepair(new LocalLogDisk());
            LogRepair.Report report = repair.repair(files);
            written.check();
            written.checkReader("step " + step + ", repaired");
            assertEquals(written.lines().size(), report.lines(), "step " + step);
            checkNumbers(written, "step " + step);
            assertFalse(repair.repair(files).rotationMended(), "step " + step);
            assertFalse(repair.repair(files).lineIndexMended() || repair.repair(files).timeIndexMended());
            step++;
        }
        assertTrue(step > 40, "only " + step + " steps");
    }

    private static boolean writeUntilKilled(Log log) {
        try {
            for (int i = 0; i < 10_000; i += 500) {
                RotationTest.printLines(log, i, i + 500);
            }
            log.finish();
            return false;
        } catch (FaultyLogDisk.Killed e) {
            return true;
        }
    }

    /** Each rotation adds one line of its own; otherwise absolute numbers and printed ones go side by side. */
    static void checkNumbers(WrittenLog written, String where) throws IOException {
        List<String> lines = new ArrayList<>();
        if (written.meta().previousStart().isPresent()) {
            lines.addAll(written.previousLines());
        }
        lines.addAll(written.lines());
        long absolute = written.meta().previousStart().orElse(written.meta().rotatedLines());
        long offset = -1;
        long expected = -1;
        for (String line : lines) {
            if (line.startsWith("line number ") && line.length() == RotationTest.line(0).length()) {
                long number = Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
                assertTrue(expected < 0 || number == expected, where + ": " + number + " instead of " + expected);
                expected = number + 1;
                assertTrue(offset < 0 || absolute - number >= offset && absolute - number <= offset + 1,
                        where + ": line " + absolute + " is number " + number);
                offset = absolute - number;
            }
            absolute++;
        }
    }

    @Test
    void tornIndexesAreCutAndCompleted() throws IOException {
        Workbench bench = new Workbench(directory);
        LogFiles files = unfinished(bench);
        cut(files.index(), 11);
        cut(files.timeIndex(), 17);
        LogRepair.Report report = new LogRepair(bench.disk).repair(files);
        assertEquals(new LogRepair.Report(5000, false, true, true), report);
        new WrittenLog(files).check();
    }

    @Test
    void anIndexOfAnotherTextIsBuiltAnew() throws IOException {
        Workbench bench = new Workbench(directory);
        LogFiles files = unfinished(bench);
        byte[] wrong = Files.readAllBytes(files.index());
        wrong[8]++;
        Files.write(files.index(), wrong);
        Files.delete(files.timeIndex());
        LogRepair.Report report = new LogRepair(bench.disk).repair(files);
        assertEquals(new LogRepair.Report(5000, false, true, true), report);
        new WrittenLog(files).check();
    }

    @Test
    void aTextThatHasLostItsEndHasNoLongerIndex() throws IOException {
        Workbench bench = new Workbench(directory);
        LogFiles files = unfinished(bench);
        cut(files.log(), 1500 * 20 + 7);
        LogRepair.Report report = new LogRepair(bench.disk).repair(files);
        assertEquals(new LogRepair.Report(1501, false, true, true), report);
        new WrittenLog(files).check();
        assertEquals(1500 * 20 + 7, Files.size(files.log()));
    }

    @Test
    void aLogThatHasEndedInOrderIsNotTouched() throws IOException {
        Workbench bench = new Workbench(directory);
        Log log = bench.open(Workbench.NO_LIMITS);
        RotationTest.printLines(log, 0, 10);
        log.finish();
        Files.write(bench.files(log).index(), new byte[3], StandardOpenOption.APPEND);
        assertEquals(new LogRepair.Report(10, false, false, false), new LogRepair(bench.disk).repair(bench.files(log)));
        assertEquals(11, Files.size(bench.files(log).index()));
    }

    @Test
    void whereThereIsNothingNothingIsMade() throws IOException {
        LogFiles files = LogFiles.in(directory, "none.log");
        assertEquals(new LogRepair.Report(0, false, false, false), new LogRepair(new LocalLogDisk()).repair(files));
        assertFalse(Files.exists(files.log()));
    }

    private static LogFiles unfinished(Workbench bench) {
        Log log = bench.open(Workbench.NO_LIMITS);
        RotationTest.printLines(log, 0, 5000);
        return bench.files(log);
    }

    private static void cut(Path file, int length) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, length));
    }
}
