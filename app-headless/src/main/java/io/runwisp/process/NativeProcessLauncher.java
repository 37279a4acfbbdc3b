package io.runwisp.process;

import io.runwisp.engine.OutputSink;
import io.runwisp.engine.ProcessLauncher;
import io.runwisp.engine.ProcessReport;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import io.runwisp.time.MonotonicClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Starts processes with {@code posix_spawn} and collects them with {@code wait4}, all from one permanent thread; a second one reads their output. Every call only
 * posts to these threads.
 */
public final class NativeProcessLauncher implements ProcessLauncher, AutoCloseable {

    private final NativeLoop spawner;
    private final NativeLoop output;
    private final Starter starter;
    /** What waits for its turn, with what was asked of it meanwhile. The spawner thread's, as everything below. */
    private final LinkedHashMap<RunId, List<Runnable>> waiting = new LinkedHashMap<>();
    private final Map<RunId, Launch> launches = new HashMap<>();
    private final Map<RunId, RunningRun> runs = new HashMap<>();
    private final Map<RunId, RunningProbe> probes = new HashMap<>();

    /**
     * A launcher, its threads running.
     *
     * @param logs where the output of runs goes
     * @param reports told what happens, by the threads of the launcher; must return at once
     * @param trouble told of what should not have happened; the launcher goes on
     */
    public NativeProcessLauncher(OutputSink logs, MonotonicClock clock, Consumer<? super ProcessReport> reports,
            Consumer<Throwable> trouble) {
        this(logs, clock, reports, trouble, Variables.ofThisProcess(), Tools.ofThisMachine());
    }

    NativeProcessLauncher(OutputSink logs, MonotonicClock clock, Consumer<? super ProcessReport> reports,
            Consumer<Throwable> trouble, Variables variables, Tools tools) {
        this.spawner = new NativeLoop("runwisp-spawner", clock, this::launchNext, trouble);
        this.output = new NativeLoop("runwisp-output", clock, () -> false, trouble);
        this.starter = new Starter(spawner, output, logs, clock, reports, trouble, variables, tools);
        spawner.start();
        output.start();
    }

    @Override
    public void launch(Launch launch) {
        spawner.post(() -> {
            launches.put(launch.run(), launch);
            waiting.put(launch.run(), new ArrayList<>());
        });
    }

    @Override
    public void release(RunId run) {
        on(run, RunningRun::release);
    }

    @Override
    public void signal(RunId run, StopSignal signal) {
        if (signal == StopSignal.SIGKILL) {
            spawner.post(() -> kill(run));
        } else {
            on(run, process -> process.signal(signal));
        }
    }

    @Override
    public void closeOutput(RunId run) {
        on(run, RunningRun::closeOutput);
    }

    @Override
    public void say(RunId run, String text) {
        on(run, process -> process.say(text));
    }

    @Override
    public void probe(Probe probe) {
        spawner.post(() -> {
            starter.probe(probe, () -> probes.remove(probe.replica()))
                .ifPresent(running -> probes.put(probe.replica(), running));
        });
    }

    @Override
    public void cancelProbe(RunId replica) {
        spawner.post(() -> {
            RunningProbe running = probes.get(replica);
            if (running != null) {
                running.kill();
            }
        });
    }

    /** Ends the threads. What is behind its gate ends, probes and what is to die with the daemon are killed; other processes go on, and nobody hears of them any more. */
    @Override
    public void close() {
        spawner.post(() -> {
            waiting.clear();
            runs.values().forEach(RunningRun::abandon);
            List.copyOf(probes.values()).forEach(RunningProbe::kill);
            starter.end();
        });
        spawner.close();
        output.close();
    }

    /** For a run that waits for its turn it happens right after that. */
    private void on(RunId run, Consumer<RunningRun> what) {
        spawner.post(() -> {
            List<Runnable> later = waiting.get(run);
            if (later != null) {
                later.add(() -> ifRunning(run, what));
            } else {
                ifRunning(run, what);
            }
        });
    }

    /** What is not started yet never will be. */
    private void kill(RunId run) {
        if (waiting.remove(run) != null) {
            launches.remove(run);
            starter.spare(run);
        } else {
            ifRunning(run, process -> process.signal(StopSignal.SIGKILL));
        }
    }

    private void ifRunning(RunId run, Consumer<RunningRun> what) {
        RunningRun running = runs.get(run);
        if (running != null) {
            what.accept(running);
        }
    }

    /** One at a turn: what is running already is never kept waiting by what is to be started. */
    private boolean launchNext() {
        var first = waiting.pollFirstEntry();
        if (first == null) {
            return false;
        }
        RunId run = first.getKey();
        Launch launch = launches.remove(run);
        if (launch != null) {
            starter.start(launch, () -> runs.remove(run)).ifPresent(running -> runs.put(run, running));
            first.getValue().forEach(Runnable::run);
        }
        return !waiting.isEmpty();
    }
}
