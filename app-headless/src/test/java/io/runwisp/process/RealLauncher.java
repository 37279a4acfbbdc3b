package io.runwisp.process;

import static org.junit.jupiter.api.Assertions.fail;

import io.runwisp.engine.FakeOutputSink;
import io.runwisp.engine.OutputSink;
import io.runwisp.engine.ProcessLauncher;
import io.runwisp.engine.ProcessReport;
import io.runwisp.model.RunId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** A real launcher as the contracts need it: real processes, logs in memory. */
final class RealLauncher<L extends ProcessLauncher> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final L launcher;
    private final FakeOutputSink sink = new FakeOutputSink();
    private final List<ProcessReport> reports = new ArrayList<>();
    private final List<Throwable> troubles = new ArrayList<>();

    /** What a launcher is made with. */
    record Parts(OutputSink sink, Consumer<ProcessReport> reports, Consumer<Throwable> trouble) {
    }

    RealLauncher(Function<Parts, L> maker) {
        sink.freeBytes(Long.MAX_VALUE / 4);
        launcher = maker.apply(new Parts(new LockedSink(sink), this::report, this::trouble));
    }

    synchronized List<ProcessReport> reports() {
        return List.copyOf(reports);
    }

    List<String> log(RunId run) {
        synchronized (sink) {
            return sink.lines(run);
        }
    }

    /** How many processes live whose environment has this. */
    static int living(String variable) {
        return (int) new ProcessTable().living().stream().filter(process -> has(process.pid(), variable)).count();
    }

    void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                fail(what + " did not come to hold; reported: " + reports() + "; troubles: " + troubles);
            }
            try {
                new CountDownLatch(1).await(2, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Fails when the launcher met something that should not have happened. */
    synchronized void check() {
        if (!troubles.isEmpty()) {
            throw new AssertionError("unexpected troubles", troubles.getFirst());
        }
    }

    private synchronized void report(ProcessReport report) {
        reports.add(report);
    }

    private synchronized void trouble(Throwable e) {
        troubles.add(e);
    }

    private static boolean has(long pid, String variable) {
        try {
            String all = Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1);
            return List.of(all.split("\0", -1)).contains(variable);
        } catch (IOException e) {
            return false;
        }
    }
}
