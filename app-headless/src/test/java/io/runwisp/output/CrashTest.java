package io.runwisp.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.output.format.LogFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process is killed while it writes; {@code -Drunwisp.crashes} says how often. */
class CrashTest {

    private static final List<String> UMASKS = List.of("022", "077", "000");

    @TempDir
    private Path directory;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void aKilledWriterLeavesALogThatCanBeRepaired() throws IOException, InterruptedException {
        for (int crash = 0; crash < Integer.getInteger("runwisp.crashes", 8); crash++) {
            String where = "crash " + crash;
            Path logs = directory.resolve("logs" + crash);
            long printed = killWhileWriting(logs, crash);
            LogFiles files = LogFiles.in(logs.resolve("crash"), "20261120_140305_5fav.log");
            assertTrue(Files.exists(files.log()) || Files.exists(files.previousLog()), where);
            assertModes(logs, files);
            WrittenLog written = new WrittenLog(files);
            written.checkReader(where + ", not repaired");
            LogRepair.Report report = new LogRepair(new LocalLogDisk()).repair(files);
            written.check();
            written.checkReader(where + ", repaired");
            LogRepairTest.checkNumbers(written, where);
            assertEquals(written.lines().size(), report.lines(), where);
            assertTrue(written.meta().rotatedLines() + report.lines() >= printed,
                    where + ": what the process had handed over before " + printed + " is in the log");
        }
    }

    /** Whatever the umask of the process was. A file whose creation was cut off may have fewer bits. */
    private static void assertModes(Path logs, LogFiles files) throws IOException {
        assertEquals("rwx------", mode(logs));
        assertEquals("rwx------", mode(logs.resolve("crash")));
        for (Path file : files.all()) {
            if (Files.exists(file) && Files.size(file) > 0) {
                assertEquals("rw-r--r--", mode(file), file.toString());
            }
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Returns how many lines the process is known to have handed over. */
    private static long killWhileWriting(Path logs, int seed) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/bin/sh", "-c",
                "umask " + UMASKS.get(seed % UMASKS.size()) + "; exec \"$@\"", "sh",
                ProcessHandle.current().info().command().orElseThrow(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), CrashingWriter.class.getName(),
                logs.toString(), String.valueOf(seed))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
        long printed = 0;
        try (BufferedReader progress = process.inputReader()) {
            int steps = new Random(seed).nextInt(150);
            for (int step = 0; step <= steps; step++) {
                String line = progress.readLine();
                assertNotNull(line, "the writer ended by itself");
                printed = Long.parseLong(line);
            }
            process.destroyForcibly();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        }
        return printed;
    }
}
