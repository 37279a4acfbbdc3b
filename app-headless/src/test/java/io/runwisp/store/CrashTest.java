package io.runwisp.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a writing process with SIGKILL at random moments, over and over on one file: what was acknowledged must be there. {@code -Drunwisp.crashes=200} is the
 * long form, {@code -Drunwisp.seed} repeats one. After each crash the whole file is looked through, so a series goes on with an empty one before it grows long.
 */
class CrashTest {

    private static final int CRASHES = Integer.getInteger("runwisp.crashes", 8);
    private static final long SEED = Long.getLong("runwisp.seed", new Random().nextLong(1_000_000));
    private static final int LINES_AT_MOST = 600;
    private static final int CRASHES_OF_A_FILE = 8;

    @TempDir
    private Path directory = Path.of("");

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void nothingThatWasAcknowledgedIsLost() throws Exception {
        Random random = new Random(SEED);
        long acknowledged = 0;
        for (int first = 1; first <= CRASHES; first += CRASHES_OF_A_FILE) {
            int last = Math.min(CRASHES, first + CRASHES_OF_A_FILE - 1);
            acknowledged += crashes(directory.resolve("runwisp-" + first + ".db"), first, last, random);
        }
        System.out.println("| crashes " + CRASHES + ", acknowledged " + acknowledged + ", seed " + SEED);
    }

    /** Kills the writers of one file, and returns how many runs they were told to be on disk. */
    private static int crashes(Path file, int first, int last, Random random) throws Exception {
        Map<String, String> acknowledged = new HashMap<>();
        long lastEvent = 0;
        for (int crash = first; crash <= last; crash++) {
            String which = "seed " + SEED + ", crash " + crash;
            Map<String, String> now = killedAfter(random.nextInt(LINES_AT_MOST), file, SEED + crash);
            acknowledged.putAll(now);
            checkFile(file, which);
            lastEvent = checkEvents(file, now, lastEvent, which);
            checkRuns(file, acknowledged, which);
        }
        return acknowledged.size();
    }

    /** What the victim printed: line by line until so many, then it is killed, and what is left in the pipe. */
    private static Map<String, String> killedAfter(int lines, Path file, long seed)
            throws IOException, InterruptedException {
        Process victim = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), CrashVictim.class.getName(), file.toString(),
                String.valueOf(seed))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
        Map<String, String> printed = new HashMap<>();
        try (BufferedReader out = victim.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            while (line != null) {
                // The last line may be cut off: it ends with two numbers, and a part of a number is no proof.
                String next = printed.size() == lines ? killed(victim, out) : out.readLine();
                if (next != null) {
                    printed.put(line.substring(0, RunId.LENGTH), line.substring(RunId.LENGTH + 1));
                }
                line = next;
            }
        } finally {
            victim.destroyForcibly();
        }
        assertEquals(128 + 9, victim.waitFor());
        return printed;
    }

    private static @Nullable String killed(Process victim, BufferedReader out)
            throws IOException {
        victim.toHandle().destroyForcibly();
        return out.readLine();
    }

    private static void checkFile(Path file, String which) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            assertEquals("ok", text(statement, "PRAGMA integrity_check"), which);
            for (String counters : List.of("run_counts", "run_days", "run_lengths", "run_spans")) {
                assertEquals(text(statement, "SELECT count(*) FROM runs"),
                        text(statement, "SELECT coalesce(sum(n), 0) FROM " + counters), which + ", " + counters);
            }
            for (String counters : List.of("run_days", "run_lengths", "run_spans")) {
                assertEquals("0", text(statement, "SELECT count(*) FROM " + counters + " WHERE n <= 0"), which);
            }
            for (String counted : List.of("sum(n), 0) FROM run_totals", "sum(count), 0) FROM notifications")) {
                assertEquals(text(statement, "SELECT count(*) FROM runs WHERE end_reason IS NOT NULL"),
                        text(statement, "SELECT coalesce(" + counted), which + ", " + counted);
            }
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.getString(1);
        }
    }

    private static long checkEvents(Path file, Map<String, String> acknowledged, long before, String which) {
        try (RunStore store = Stores.open(file)) {
            EventLog.Range range = store.events().range();
            List<EventLog.Event> events = store.events().after(Math.max(before, range.first() - 1), Integer.MAX_VALUE);
            Map<String, String> numbers = new HashMap<>();
            long expected = Math.max(before, range.first() - 1);
            for (EventLog.Event event : events) {
                assertEquals(++expected, event.seq(), which);
                numbers.merge(event.payload(), String.valueOf(event.seq()), (first, second) -> first + " " + second);
            }
            assertEquals(range.last(), expected, which);
            acknowledged.forEach((id, told) -> assertTrue(
                    Long.parseLong(told.substring(0, told.indexOf(' '))) < range.first()
                            || told.equals(numbers.get(id)),
                    which + ": " + id + " " + told));
            return range.last();
        }
    }

    private static void checkRuns(Path file, Map<String, String> acknowledged, String which) {
        try (RunStore store = Stores.open(file)) {
            for (String id : acknowledged.keySet()) {
                Run run = store.runs().find(new RunId(id)).orElseThrow(() -> new AssertionError(which + ": " + id));
                RunEnd end = run.end();
                assertTrue(end != null && end.reason() == EndReason.FAILED, which + ": " + run);
            }
        }
    }
}
