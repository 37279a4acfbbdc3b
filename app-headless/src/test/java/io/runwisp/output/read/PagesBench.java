package io.runwisp.output.read;

import io.runwisp.bench.Bench;
import io.runwisp.bench.Figures;
import io.runwisp.output.format.LogFiles;
import io.runwisp.output.read.segment.LogSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** How long a page of a log of 1 GB takes, wherever it lies. The baseline is a read of as many bytes at that place. */
public final class PagesBench implements Bench {

    private static final long BYTES = 1_000_000_000;
    private static final int PAGES = 2000;
    private static final double PROMISED = 50;
    private static final double MILLI = 1e6;
    private static final String UNIT = "ms";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Random random = new Random(7);

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String purpose() {
        return "the time of a page of a log of 1 GB by line, by time and at its end, beside reading as many bytes";
    }

    private interface Read {
        void once() throws IOException;
    }

    @Override
    public void measure(Path scratch, Figures figures) throws Exception {
        LogFiles files = LogFiles.in(scratch, "big.log");
        long lines = BigLog.write(files, BYTES);
        try (var text = FileChannel.open(files.log())) {
            byte[] bytes = new byte[128 * 1024];
            Times raw = times(() -> text.read(ByteBuffer.wrap(bytes),
                    random.nextLong(BYTES - bytes.length)));
            figures.baseline("128 KiB read anywhere, 99 %", raw.itsOwn()[PAGES * 99 / 100], UNIT);
        }
        LogReader ended = new LogReader(new LogSource(files, false));
        long ownBefore = THREADS.getCurrentThreadCpuTime();
        ended.page(PageRequest.lines(lines / 2, 1000));
        figures.atMost(PROMISED, "first page of the process",
                (THREADS.getCurrentThreadCpuTime() - ownBefore) / MILLI, UNIT);
        page(figures, "1,000 lines anywhere",
                () -> ended.page(PageRequest.lines(random.nextLong(lines), 1000)));
        page(figures, "10,000 lines anywhere",
                () -> ended.page(PageRequest.lines(random.nextLong(lines), 10_000)));
        page(figures, "1,000 lines by time", () -> ended
            .page(PageRequest.lines(0, 1000).between(BigLog.START + random.nextLong(lines), Long.MAX_VALUE)));
        page(figures, "the last 1,000 lines", () -> ended.tail(1000));
        Files.delete(files.meta());
        LogReader growing = new LogReader(new LogSource(files, true));
        page(figures, "1,000 lines anywhere, log still growing",
                () -> growing.page(PageRequest.lines(random.nextLong(lines), 1000)));
        page(figures, "the last 1,000 lines, log still growing", () -> growing.tail(1000));
    }

    /** The promise is held against the processor time of the thread: what other work on the machine takes from it is not its own. */
    private static void page(Figures figures, String what, Read read) throws IOException {
        Times times = times(read);
        figures.add(what + ", median by the clock", times.byTheClock()[PAGES / 2], UNIT);
        figures.add(what + ", 99 % by the clock", times.byTheClock()[PAGES * 99 / 100], UNIT);
        figures.atMost(PROMISED, what + ", 99 %", times.itsOwn()[PAGES * 99 / 100], UNIT);
        figures.atMost(PROMISED, what + ", worst of " + PAGES, times.itsOwn()[PAGES - 1], UNIT);
    }

    @SuppressWarnings("ArrayRecordComponent") // it lives as long as one measurement
    private record Times(double[] byTheClock, double[] itsOwn) {
    }

    private static Times times(Read read) throws IOException {
        double[] clock = new double[PAGES];
        double[] own = new double[PAGES];
        for (int i = 0; i < PAGES; i++) {
            long ownBefore = THREADS.getCurrentThreadCpuTime();
            long before = System.nanoTime();
            read.once();
            clock[i] = (System.nanoTime() - before) / MILLI;
            own[i] = (THREADS.getCurrentThreadCpuTime() - ownBefore) / MILLI;
        }
        Arrays.sort(clock);
        Arrays.sort(own);
        return new Times(clock, own);
    }
}
