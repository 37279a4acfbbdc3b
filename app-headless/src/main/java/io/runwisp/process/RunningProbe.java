package io.runwisp.process;

import io.runwisp.engine.OutputSink.Totals;
import io.runwisp.engine.ProcessLauncher.Probe;
import io.runwisp.engine.ProcessReport;
import io.runwisp.engine.ProcessReport.Probed;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A probe that runs. Belongs to the spawner thread. */
final class RunningProbe implements Child.Listener {

    private static final int NEVER_EXITED = -1;
    /** How long what was killed may take to go, before the answer is given without it. */
    private static final Duration LONGEST_DEATH = Duration.ofSeconds(6);

    private final Probe probe;
    private final NativeLoop spawner;
    private final NativeLoop output;
    private final Consumer<? super ProcessReport> reports;
    private final Runnable done;
    private final Child child;
    private final Tap tap;
    private final ProbeTail tail;
    private Reaper.@Nullable Exit exit;
    private boolean timedOut;
    private boolean answered;

    /**
     * A probe behind its gate.
     *
     * @param done told, by the spawner thread, when nothing is left
     */
    RunningProbe(Probe probe, GatedStart.Started started, Starter.Surroundings around,
            Consumer<? super ProcessReport> reports, Runnable done) {
        this.probe = probe;
        this.tail = new ProbeTail(probe.secrets());
        this.spawner = around.kernel().loop();
        this.output = around.output();
        this.reports = reports;
        this.done = done;
        this.child = new Child(around.kernel(), started.identity(), started.gate(), this);
        this.tap = new Tap(output, around.chunk(), tail, started.out(), started.err(), this::complete);
    }

    /** Lets it run, for as long as it may. */
    void watch() {
        output.post(tap::open);
        child.watch();
        child.release();
        spawner.after(probe.timeout(), this::timeOut);
    }

    void kill() {
        child.signal(StopSignal.SIGKILL);
        spawner.after(LONGEST_DEATH, () -> answer("it was killed and does not end"));
    }

    @Override
    public void exited(Reaper.Exit how) {
        exit = how;
        // A probe leaves nothing behind.
        child.signal(StopSignal.SIGKILL);
        child.closeOutput();
    }

    @Override
    public void outputClosed() {
        output.post(tap::close);
    }

    @Override
    public void sessionGone(@Nullable Long survivor) {
        output.post(tap::sessionGone);
    }

    private void timeOut() {
        if (exit == null && !answered) {
            timedOut = true;
            kill();
        }
    }

    /** Called by the output thread. */
    private void complete(Totals totals) {
        String text = tail.text();
        spawner.post(() -> answer(text));
    }

    private void answer(String text) {
        if (!answered) {
            answered = true;
            done.run();
            reports.accept(new Probed(probe.replica(), exit == null ? NEVER_EXITED : exit.code(), timedOut, text));
        }
    }
}
