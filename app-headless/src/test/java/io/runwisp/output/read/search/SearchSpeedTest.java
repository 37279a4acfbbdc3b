package io.runwisp.output.read.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.model.RunId;
import io.runwisp.output.format.LogFiles;
import io.runwisp.output.read.BigLog;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast logs are searched. The short form runs in every build; {@code -Drunwisp.bench} takes a log of 1 GB, holds the promised figure, and compares with
 * the C library's {@code memmem}, which the product does not use (see the decision record).
 */
@Tag("alone")
class SearchSpeedTest {

    private static final boolean LONG = System.getProperty("runwisp.bench") != null;
    private static final long BYTES = LONG ? 1_000_000_000 : 8_000_000;
    private static final double PROMISED = 500;

    @TempDir
    Path directory;

    @Test
    void aTextIsSearchedAtTheSpeedPromised() throws Throwable {
        LogFiles files = LogFiles.in(directory, "big.log");
        long lines = BigLog.write(files, BYTES);
        FakeRuns runs = new FakeRuns();
        RunId run = runs.add(files);
        LogSearch search = new LogSearch(runs);

        for (String query : List.of(BigLog.NEEDLE, "ZEBRA", "Z", "status=999", "took=9999ms", "request 99999999",
                "0000000")) {
            report(query, measure(search, query, false, true), true);
            report(query + " in any case", measure(search, query, false, false), true);
            if (LONG) {
                report(query + " by memmem", memmem(files.log(), query), false);
            }
        }
        report("GRÖßE in any case", measure(search, "GRÖßE", false, false), false);
        report("expression took=9999ms$", measure(search, "took=9999ms$", true, true), false);
        if (LONG) {
            report("expression (status=404|status=500)", measure(search, "(status=404|status=500)", true, true), false);
        }
        SearchOutcome.Found hit = (SearchOutcome.Found) search.search(SearchRequest.text("big", BigLog.NEEDLE, 10),
                Deadline.NONE);
        assertEquals(List.of(lines - 1), hit.hits().stream().map(SearchHit::line).toList());
        assertEquals(run, hit.hits().getFirst().run());
    }

    private static void report(String what, double speed, boolean promised) {
        System.out.printf("%-40s %6.0f MB/s%n", what, speed);
        // A build on a busy machine must not fail for that; the long form is run on a quiet one.
        assertTrue(!promised || speed > (LONG ? PROMISED : PROMISED / 20), what + ": " + speed + " MB/s");
    }

    private static double measure(LogSearch search, String query, boolean regex, boolean caseSensitive)
            throws IOException {
        SearchRequest request = new SearchRequest("big", query, regex, caseSensitive, Optional.empty(), 1000,
                Optional.empty());
        double best = 0;
        for (int i = 0; i < 3; i++) {
            long before = System.nanoTime();
            SearchOutcome outcome = search.search(request, Deadline.NONE);
            best = Math.max(best, BYTES / 1e6 / ((System.nanoTime() - before) / 1e9));
            assertTrue(outcome instanceof SearchOutcome.Found found && found.exhausted(), query);
        }
        return best;
    }

    private static double memmem(Path file, String query) throws Throwable {
        double best = 0;
        try (FileChannel channel = FileChannel.open(file); Arena arena = Arena.ofConfined()) {
            MemorySegment block = arena.allocate(256 * 1024);
            MemorySegment needle = arena.allocateFrom(query);
            int length = query.length();
            for (int i = 0; i < 3; i++) {
                long before = System.nanoTime();
                for (long at = 0; at < channel.size() - length;) {
                    int read = channel.read(block.asByteBuffer(), at);
                    MemorySegment found = NativeMemmem.find(block, read, needle, length);
                    assertTrue(found.address() == 0 || query.contains("Z"), query);
                    at += read - length + 1;
                }
                best = Math.max(best, BYTES / 1e6 / ((System.nanoTime() - before) / 1e9));
            }
        }
        return best;
    }
}
