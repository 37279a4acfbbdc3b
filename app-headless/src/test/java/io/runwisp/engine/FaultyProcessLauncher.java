package io.runwisp.engine;

import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A launcher whose machine refuses processes or is slow to make them, on request. */
public final class FaultyProcessLauncher implements ProcessLauncher {

    /** What is wrong with the next launch. */
    public sealed interface Fault {
    }

    /** Nothing. */
    public record None() implements Fault {
    }

    /** It fails. */
    public record Refuse(String reason) implements Fault {
    }

    /** It takes longer. */
    public record Delay(Duration by) implements Fault {
    }

    private final ProcessLauncher launcher;
    private final VirtualTimers timers;
    private final Supplier<Fault> faults;
    private final Consumer<ProcessReport> reports;
    private final Set<RunId> delayed = new HashSet<>();
    private boolean dead;

    /** Asks {@code faults} before each launch. */
    public FaultyProcessLauncher(ProcessLauncher launcher, VirtualTimers timers, Supplier<Fault> faults,
            Consumer<ProcessReport> reports) {
        this.launcher = launcher;
        this.timers = timers;
        this.faults = faults;
        this.reports = reports;
    }

    /** The daemon is killed: what was delayed does not happen. */
    public void die() {
        dead = true;
    }

    @Override
    public void launch(Launch launch) {
        switch (faults.get()) {
            case None() -> launcher.launch(launch);
            case Refuse(var reason) -> later(Duration.ofMillis(1),
                    () -> reports.accept(new ProcessReport.NotLaunched(launch.run(), null, reason)));
            case Delay(var by) -> {
                delayed.add(launch.run());
                later(by, () -> {
                    if (delayed.remove(launch.run())) {
                        launcher.launch(launch);
                    }
                });
            }
        }
    }

    private void later(Duration wait, Runnable action) {
        timers.in(wait, () -> {
            if (!dead) {
                action.run();
            }
        });
    }

    @Override
    public void release(RunId run) {
        launcher.release(run);
    }

    @Override
    public void signal(RunId run, StopSignal signal) {
        if (signal == StopSignal.SIGKILL && delayed.remove(run)) {
            later(Duration.ofMillis(1), () -> reports.accept(
                    new ProcessReport.NotLaunched(run, null, "it was ended before its process was started")));
        } else {
            launcher.signal(run, signal);
        }
    }

    @Override
    public void closeOutput(RunId run) {
        launcher.closeOutput(run);
    }

    @Override
    public void say(RunId run, String text) {
        launcher.say(run, text);
    }

    @Override
    public void probe(Probe probe) {
        launcher.probe(probe);
    }

    @Override
    public void cancelProbe(RunId replica) {
        launcher.cancelProbe(replica);
    }
}
