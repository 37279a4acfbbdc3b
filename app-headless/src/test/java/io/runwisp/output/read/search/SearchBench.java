package io.runwisp.output.read.search;

import io.runwisp.bench.Bench;
import io.runwisp.bench.Figures;
import io.runwisp.output.format.LogFiles;
import io.runwisp.output.read.BigLog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How fast a log of 1 GB is searched to its end, by one thread. The baseline is {@code grep} for a text that it does not find. */
public final class SearchBench implements Bench {

    private static final long BYTES = 1_000_000_000;
    private static final double PROMISED = 500;
    private static final double SECOND = 1e9;
    private static final double MB = 1e6;
    private static final int ROUNDS = 3;
    private static final String UNIT = "MB/s";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String purpose() {
        return "bytes searched in a second in a log of 1 GB, beside grep";
    }

    private interface Pass {
        void once() throws Exception;
    }

    @Override
    public void measure(Path scratch, Figures figures) throws Exception {
        LogFiles files = LogFiles.in(scratch, "big.log");
        BigLog.write(files, BYTES);
        FakeRuns runs = new FakeRuns();
        runs.add(files);
        LogSearch search = new LogSearch(runs);
        long size = Files.size(files.log());
        figures.baseline("grep -F for a text that is not there",
                speed(size, () -> grep("-F", files.log())).byTheClock(), UNIT);
        figures.add("grep -F -i for the same", speed(size, () -> grep("-Fi", files.log())).byTheClock(), UNIT);
        for (String query : new String[]{BigLog.NEEDLE, "status=999", "took=9999ms", "0000000", "Z"}) {
            report(figures, "«" + query + "»", speed(size, () -> search(search, query, false, true)));
            report(figures, "«" + query + "» in any case", speed(size, () -> search(search, query, false, false)));
        }
        figures.add("«GRÖßE» in any case", speed(size, () -> search(search, "GRÖßE", false, false)).byItsOwnTime(),
                UNIT);
        figures.add("expression took=9999ms$",
                speed(size, () -> search(search, "took=9999ms$", true, true)).byItsOwnTime(), UNIT);
    }

    /** The promise is held against the processor time of the thread: what other work on the machine takes from it is not its own. */
    private record Speed(double byTheClock, double byItsOwnTime) {
    }

    private static void report(Figures figures, String what, Speed speed) {
        figures.add(what + ", by the clock", speed.byTheClock(), UNIT);
        figures.atLeast(PROMISED, what, speed.byItsOwnTime(), UNIT);
    }

    private static Speed speed(long bytes, Pass pass) throws Exception {
        double best = 0;
        double bestOfItsOwn = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long own = THREADS.getCurrentThreadCpuTime();
            long before = System.nanoTime();
            pass.once();
            best = Math.max(best, bytes / MB / ((System.nanoTime() - before) / SECOND));
            bestOfItsOwn = Math.max(bestOfItsOwn,
                    bytes / MB / ((THREADS.getCurrentThreadCpuTime() - own) / SECOND));
        }
        return new Speed(best, bestOfItsOwn);
    }

    private static void search(LogSearch search, String query, boolean regex, boolean caseSensitive)
            throws IOException {
        SearchOutcome outcome = search.search(new SearchRequest("big", query, regex, caseSensitive, Optional.empty(),
                1000, Optional.empty()), Deadline.NONE);
        if (!(outcome instanceof SearchOutcome.Found found && found.exhausted())) {
            throw new IllegalStateException("not searched to the end: " + query);
        }
    }

    private static void grep(String how, Path file) throws IOException, InterruptedException {
        ProcessBuilder grep = new ProcessBuilder("grep", how, "-c", "status=999", file.toString());
        grep.environment().put("LC_ALL", "C.UTF-8");
        if (grep.start().waitFor() != 1) {
            throw new IllegalStateException("grep has found what is not there");
        }
    }
}
