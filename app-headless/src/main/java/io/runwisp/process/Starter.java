package io.runwisp.process;

import io.runwisp.engine.OutputSink;
import io.runwisp.engine.OutputSink.Log;
import io.runwisp.engine.ProcessLauncher.Launch;
import io.runwisp.engine.ProcessLauncher.Probe;
import io.runwisp.engine.ProcessReport;
import io.runwisp.engine.ProcessReport.Launched;
import io.runwisp.engine.ProcessReport.NotLaunched;
import io.runwisp.engine.ProcessReport.Probed;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.process.GatedStart.Failed;
import io.runwisp.process.GatedStart.Started;
import io.runwisp.time.MonotonicClock;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns what is wanted into processes behind their gates, or into reasons why not. Belongs to the spawner thread. */
final class Starter {

    private final OutputSink logs;
    private final Consumer<? super ProcessReport> reports;
    private final Surroundings around;
    private final GatedStart gatedStart;

    /**
     * What every running process works with.
     *
     * @param chunk where the output thread reads into
     */
    record Surroundings(Child.Kernel kernel, NativeLoop output, MemorySegment chunk) {
    }

    Starter(NativeLoop spawner, NativeLoop output, OutputSink logs, MonotonicClock clock,
            Consumer<? super ProcessReport> reports, Consumer<Throwable> trouble, Variables variables, Tools tools) {
        this.logs = logs;
        this.reports = reports;
        Libc libc = spawner.libc();
        ProcessTable table = new ProcessTable();
        Reaper reaper = new Reaper(libc);
        Spawn spawn = new Spawn(libc);
        if (Foundlings.areLeftHere()) {
            spawner.post(new Foundlings(spawner, table, reaper, Foundlings.BETWEEN_LOOKS)::expect);
        }
        this.around = new Surroundings(new Child.Kernel(spawner, reaper, table,
                new SessionHunt(spawner, table, new Signaller(libc, table)),
                new Lifeline(spawner, spawn, reaper, trouble)), output, Arena.ofAuto().allocate(Tap.CHUNK_BYTES));
        this.gatedStart = new GatedStart(libc,
                new Programs(libc::executable, variables, new NativeAccounting(libc, new Accounts(), tools)), spawn,
                table, clock);
    }

    /**
     * Opens the log of a run and starts its process; reports what comes of it.
     *
     * @param cleared told, by this thread, when nothing is left of it
     */
    Optional<RunningRun> start(Launch launch, Runnable cleared) {
        return switch (open(launch)) {
            case OutputSink.Refused(String reason) -> refused(launch.run(), null, reason);
            case OutputSink.NoSpace space ->
                refused(launch.run(), null, reason(space));
            case OutputSink.Opened(Log log) -> start(launch, log, cleared);
        };
    }

    /** Starts a probe; without one, its answer is given at once. */
    Optional<RunningProbe> probe(Probe probe, Runnable done) {
        return switch (gatedStart.start(probe.command(), false)) {
            case Failed(String reason) -> {
                reports.accept(new Probed(probe.replica(), RunEnd.NEVER_STARTED, false, reason));
                yield Optional.empty();
            }
            case Started started -> {
                around.kernel().lifeline().hold(started.identity().pid());
                RunningProbe running = new RunningProbe(probe, started, around, reports, done);
                running.watch();
                yield Optional.of(running);
            }
        };
    }

    /** Somebody has ended the run before its turn. */
    void spare(RunId run) {
        refused(run, null, "it was ended before its process was started");
    }

    /** Why there is no process on a full disk. */
    static String reason(OutputSink.NoSpace space) {
        return "the disk of the logs has only " + space.freeBytes() + " bytes left, and " + space.minFreeBytes()
                + " must be left; make room on it";
    }

    /** Nothing is started any more. */
    void end() {
        around.kernel().hunt().go();
        around.kernel().lifeline().cut();
    }

    private OutputSink.Opening open(Launch launch) {
        try {
            return logs.open(launch.log(), new LogListener(reports));
        } catch (RuntimeException e) {
            return new OutputSink.Refused("the log of the run could not be created: " + e);
        }
    }

    private Optional<RunningRun> start(Launch launch, Log log, Runnable cleared) {
        RunId run = launch.run();
        return switch (gatedStart.start(launch.command(), launch.dieWithDaemon())) {
            case Failed(String reason) -> {
                log.say(reason);
                log.finish();
                yield refused(run, log.fileName(), reason);
            }
            case Started started -> {
                if (launch.dieWithDaemon()) {
                    around.kernel().lifeline().hold(started.identity().pid());
                }
                RunningRun running = new RunningRun(run, started, log, around, reports, cleared);
                running.watch();
                reports.accept(new Launched(run, started.identity(), log.fileName(), started.nanos()));
                yield Optional.of(running);
            }
        };
    }

    private Optional<RunningRun> refused(RunId run, @Nullable String logFile, String reason) {
        reports.accept(new NotLaunched(run, logFile, reason));
        return Optional.empty();
    }
}
