package io.runwisp.process;

import static org.junit.jupiter.api.Assertions.fail;

import io.runwisp.engine.ChildScript;
import io.runwisp.engine.FakeOutputSink;
import io.runwisp.engine.LauncherScene;
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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** A real launcher as the contracts need it: real processes, logs in memory. */
final class RealLauncher<L extends ProcessLauncher> implements LauncherScene {

    private static final String OWNER = "LAUNCHER";
    private static final AtomicInteger STAGES = new AtomicInteger();
    /** Longer than any child of the contracts waits: a shell runs its trap when the command that it waits for has ended. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final L launcher;
    private final Consumer<L> end;
    private final FakeOutputSink sink = new FakeOutputSink();
    private final List<ProcessReport> reports = new ArrayList<>();
    private final List<Throwable> troubles = new ArrayList<>();
    /** What every process of this launcher has, and of no other: the runs of the contracts are the same in every test. */
    private final String mark = ProcessHandle.current().pid() + "-" + STAGES.incrementAndGet();

    /** What a launcher is made with. */
    record Parts(Variables variables, OutputSink sink, Consumer<ProcessReport> reports, Consumer<Throwable> trouble) {
    }

    RealLauncher(Function<Parts, L> maker, Consumer<L> end) {
        this.end = end;
        sink.freeBytes(Long.MAX_VALUE / 4);
        SortedMap<String, String> variables = new TreeMap<>(System.getenv());
        variables.put(OWNER, mark);
        launcher = maker.apply(new Parts(Variables.of(variables), new LockedSink(sink), this::report, this::trouble));
    }

    @Override
    public synchronized List<ProcessReport> reports() {
        return List.copyOf(reports);
    }

    @Override
    public List<String> log(RunId run) {
        synchronized (sink) {
            return sink.lines(run);
        }
    }

    @Override
    public ProcessLauncher launcher() {
        return launcher;
    }

    @Override
    public String script(ChildScript child) {
        return child.sh();
    }

    @Override
    public int living(RunId run) {
        return (int) new ProcessTable().living()
            .stream()
            .filter(process -> has(process.pid(), Set.of(MARK + "=" + run.text(), OWNER + "=" + mark)))
            .count();
    }

    @Override
    public void await(String what, BooleanSupplier condition) {
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

    @Override
    public void close() {
        end.accept(launcher);
        check();
    }

    private synchronized void check() {
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

    private static boolean has(long pid, Set<String> variables) {
        try {
            String all = Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1);
            return List.of(all.split("\0", -1)).containsAll(variables);
        } catch (IOException e) {
            return false;
        }
    }
}
