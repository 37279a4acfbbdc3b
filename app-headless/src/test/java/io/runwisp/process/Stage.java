package io.runwisp.process;

import static org.junit.jupiter.api.Assertions.fail;

import io.runwisp.config.language.EnvironmentBase;
import io.runwisp.engine.OutputSink;
import io.runwisp.engine.ProcessLauncher.Launch;
import io.runwisp.engine.ProcessReport;
import io.runwisp.engine.definition.Command;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.RunId;
import io.runwisp.time.SystemMonotonicClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A launcher with everything around it, and what it reported. */
final class Stage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger RUNS = new AtomicInteger();

    final MemorySink logs = new MemorySink();
    final List<Throwable> troubles = new ArrayList<>();
    private final List<ProcessReport> reports = new ArrayList<>();
    final NativeProcessLauncher launcher;

    Stage() {
        this(Variables.ofThisProcess(), Tools.ofThisMachine());
    }

    Stage(Variables variables, Tools tools) {
        launcher = new NativeProcessLauncher(logs, new SystemMonotonicClock(), this::report, this::trouble, variables,
                tools);
    }

    static RunId newRun() {
        return new RunId("%026d".formatted(RUNS.incrementAndGet()));
    }

    /** A command of {@code /bin/sh}. */
    static Command script(String script) {
        return command("/bin/sh", script, null, new TreeMap<>(), null, null);
    }

    static Command command(String shell, String script, @Nullable String workingDir,
            SortedMap<String, String> environment, @Nullable String user, @Nullable String umask) {
        return new Command(shell, script, workingDir, EnvironmentBase.INHERIT, environment, user, umask);
    }

    static Launch launch(RunId run, Command command) {
        return new Launch(command, order(run), false);
    }

    static OutputSink.Order order(RunId run) {
        return new OutputSink.Order(run, "unit", Instant.EPOCH,
                new OutputSink.Limits(0, LogFullPolicy.DROP_NEW, 0), List.of());
    }

    /** Starts a script and opens its gate. */
    RunId run(String script) {
        return run(script(script));
    }

    RunId run(Command command) {
        RunId run = begin(command);
        launcher.release(run);
        return run;
    }

    /** Starts a command, and leaves it behind its gate. */
    RunId begin(Command command) {
        RunId run = newRun();
        launcher.launch(launch(run, command));
        await(ProcessReport.Launched.class, run);
        return run;
    }

    MemorySink.MemoryLog log(RunId run) {
        return logs.log(run);
    }

    long pid(RunId run) {
        return await(ProcessReport.Launched.class, run).process().pid();
    }

    /** Waits for a report about a run. */
    <T extends ProcessReport> T await(Class<T> kind, RunId run) {
        await("no " + kind.getSimpleName() + " of " + run, () -> seen(kind, run).size() > 0);
        return seen(kind, run).getFirst();
    }

    /** Waits for something to become true. */
    void await(String otherwise, BooleanSupplier condition) {
        await(otherwise, PATIENCE, condition);
    }

    synchronized void await(String otherwise, Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                fail(otherwise + "; reported: " + reports + "; troubles: " + troubles);
            }
            try {
                wait(Math.clamp(left / 1_000_000, 1, 10));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    synchronized <T extends ProcessReport> List<T> seen(Class<T> kind, RunId run) {
        return reports.stream()
            .filter(report -> report.run().equals(run))
            .filter(kind::isInstance)
            .map(kind::cast)
            .toList();
    }

    synchronized List<ProcessReport> reports(RunId run) {
        return reports.stream().filter(report -> report.run().equals(run)).toList();
    }

    @Override
    public void close() {
        launcher.close();
        if (!troubles.isEmpty()) {
            throw new AssertionError("unexpected troubles", troubles.getFirst());
        }
    }

    private synchronized void report(ProcessReport report) {
        reports.add(report);
        notifyAll();
    }

    private synchronized void trouble(Throwable e) {
        troubles.add(e);
    }
}
