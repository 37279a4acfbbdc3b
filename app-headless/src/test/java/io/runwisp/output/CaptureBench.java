package io.runwisp.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import io.runwisp.bench.Bench;
import io.runwisp.bench.Figures;
import io.runwisp.engine.OutputSink.Limits;
import io.runwisp.engine.OutputSink.Listener;
import io.runwisp.engine.OutputSink.Log;
import io.runwisp.engine.OutputSink.Opened;
import io.runwisp.engine.OutputSink.Order;
import io.runwisp.engine.OutputSink.Source;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.RunId;
import io.runwisp.time.SystemWallClock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * How fast a flooding process is captured through a pipe: {@code cat} of a prepared file is the writer, and the baseline is the same {@code cat} into a file.
 * Everything is written that a log has: text, both indexes, the meta file, with the sync at its end.
 */
public final class CaptureBench implements Bench {

    private static final long BYTES = 1_000_000_000;
    private static final long WARM_UP = 200_000_000;
    private static final Limits NO_LIMITS = new Limits(0, LogFullPolicy.DROP_OLD, 0);
    private static final List<String> SECRETS = List.of("hunter2-hunter2", "correct horse battery staple");
    private static final double SECOND = 1e9;
    private static final double MB = 1e6;
    private static final String SPEED = "MB/s";
    private static final String COST = "CPU s/GB";

    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @Override
    public String name() {
        return "capture";
    }

    @Override
    public String purpose() {
        return "captured bytes in a second from a process that floods its pipe, beside cat into a file";
    }

    /** What is printed, in lines of about a hundred bytes. */
    private enum Text {
        PLAIN("2026-11-20 12:00:00.123 INFO  [worker-%d] request %d served path=/api/v1/items/%d status=200 took=17ms\n"),
        COLOURED(
                "\u001b[2m2026-11-20 12:00:00.123\u001b[0m \u001b[32mINFO\u001b[0m worker-%d request %d of %d served\n"),
        BAR("fetching worker-%d\r 10%%\r 50%%\r100%% item %d of %d\n"),
        SECRET("worker-%d sends request %d with token hunter2-hunter2 to host %d and goes on to the next of them\n");

        private final String line;

        Text(String line) {
            this.line = line;
        }

        Path write(Path directory, long bytes) throws IOException {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; lines.length() < 1 << 20; i++) {
                lines.append(String.format(line, i % 16, i, i * 7919L % 100_000));
            }
            byte[] block = lines.toString().getBytes(UTF_8);
            Path file = directory.resolve(name() + "-" + bytes);
            try (var out = Files.newOutputStream(file)) {
                for (long written = 0; written < bytes; written += block.length) {
                    out.write(block);
                }
            }
            return file;
        }
    }

    private record Taken(double megabytesPerSecond, double processorSecondsPerGigabyte) {
    }

    @Override
    public void measure(Path scratch, Figures figures) throws Exception {
        Path plain = Text.PLAIN.write(scratch, BYTES);
        Taken cat = cat(plain, scratch.resolve("copy"));
        figures.baseline("cat into a file, plain text", cat.megabytesPerSecond(), SPEED);
        figures.baseline("cat into a file, its processor time", cat.processorSecondsPerGigabyte(), COST);
        Path warmUp = Text.PLAIN.write(scratch, WARM_UP);
        capture(scratch, warmUp, List.of(), List.of());

        report(figures, 150, "plain text", capture(scratch, plain, List.of(), List.of()));
        report(figures, 50, "plain text, with a failure pattern",
                capture(scratch, plain, List.of(), List.of("(?i)partial import")));
        report(figures, 50, "plain text, with a pattern of alternatives",
                capture(scratch, plain, List.of(), List.of("(?i)error|fatal|panic")));
        Taken open = capture(scratch, warmUp, List.of(), List.of("(panic|fatal): [0-9]+"));
        figures.add("captured: plain text, with a pattern without a fixed text", open.megabytesPerSecond(), SPEED);
        report(figures, 50, "plain text, searched for two secrets", capture(scratch, plain, SECRETS, List.of()));
        Files.delete(plain);
        for (Text text : List.of(Text.COLOURED, Text.BAR, Text.SECRET)) {
            Path file = text.write(scratch, BYTES / 2);
            capture(scratch, file, SECRETS, List.of());
            report(figures, 50, switch (text) {
                case COLOURED -> "coloured text";
                case BAR -> "progress bars";
                default -> "a secret in each line, redacted";
            }, capture(scratch, file, text == Text.SECRET ? SECRETS : List.of(), List.of()));
            Files.delete(file);
        }
    }

    private static void report(Figures figures, double promised, String what, Taken taken) {
        figures.atLeast(promised, "captured: " + what, taken.megabytesPerSecond(), SPEED);
        figures.add("the same: " + what, taken.processorSecondsPerGigabyte(), COST);
    }

    private static Taken cat(Path from, Path to) throws Exception {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder("/bin/sh", "-c",
                "cat \"$1\" | cat > \"$2\"; sync \"$2\"; times", "sh", from.toString(), to.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
        String times = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("cat failed");
        }
        double seconds = (System.nanoTime() - begin) / SECOND;
        long bytes = Files.size(from);
        Files.delete(to);
        double processor = 0;
        for (String time : times.strip().lines().toList().getLast().split(" ", -1)) {
            int minutes = time.indexOf('m');
            processor += 60 * Double.parseDouble(time.substring(0, minutes))
                    + Double.parseDouble(time.substring(minutes + 1, time.length() - 1));
        }
        return new Taken(bytes / MB / seconds, processor / (bytes / (1000 * MB)));
    }

    /** The writer's own processor time is not in the figure: it is that of this process, compiler and collector included. */
    private Taken capture(Path scratch, Path from, List<String> secrets, List<String> patterns) throws Exception {
        Path logs = Files.createTempDirectory(scratch, "logs");
        FileOutputSink sink = new FileOutputSink(logs, new LocalLogDisk(), new SystemWallClock(), ZoneId.of("UTC"),
                new LineBus());
        Order order = new Order(new RunId("01ARZ3NDEKTSV4RRFFQ69G5FAV"), "flood", Instant.EPOCH, NO_LIMITS, secrets,
                patterns);
        if (!(sink.open(order, new Failing()) instanceof Opened(Log log))) {
            throw new IllegalStateException("no log in " + logs);
        }
        Process process = new ProcessBuilder("cat", from.toString()).redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
        long processorBefore = machine.getProcessCpuTime();
        long begin = System.nanoTime();
        ByteBuffer chunk = ByteBuffer.allocateDirect(64 * 1024);
        try (ReadableByteChannel pipe = Channels.newChannel(process.getInputStream())) {
            while (pipe.read(chunk.clear()) >= 0) {
                log.take(Source.STDOUT, chunk.flip());
            }
        }
        long produced = log.finish().producedBytes();
        double seconds = (System.nanoTime() - begin) / SECOND;
        double processor = (machine.getProcessCpuTime() - processorBefore) / SECOND;
        if (process.waitFor() != 0 || produced != Files.size(from)) {
            throw new IllegalStateException("only " + produced + " bytes came through the pipe");
        }
        new LogArea(logs, new LocalLogDisk()).remove("flood", log.fileName());
        return new Taken(produced / MB / seconds, processor / (produced / (1000 * MB)));
    }

    private static final class Failing implements Listener {

        @Override
        public void overflowed(RunId run) {
            throw new IllegalStateException("overflowed");
        }

        @Override
        public void diskPressure(RunId run, long freeBytes, long minFreeBytes, boolean endRun) {
            throw new IllegalStateException("disk pressure");
        }

        @Override
        public void writeFailed(RunId run, String reason) {
            throw new IllegalStateException(reason);
        }
    }
}
