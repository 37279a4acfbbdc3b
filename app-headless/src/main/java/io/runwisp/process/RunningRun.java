package io.runwisp.process;

import io.runwisp.engine.OutputSink;
import io.runwisp.engine.OutputSink.Totals;
import io.runwisp.engine.ProcessReport;
import io.runwisp.engine.ProcessReport.Cleared;
import io.runwisp.engine.ProcessReport.Exited;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The process of a run from its start until nothing of it is left. Belongs to the spawner thread. */
final class RunningRun implements Child.Listener {

    private final RunId run;
    private final EventLoop spawner;
    private final EventLoop output;
    private final Consumer<? super ProcessReport> reports;
    private final Runnable cleared;
    private final Child child;
    private final Tap tap;

    /**
     * A process behind its gate.
     *
     * @param cleared told, by the spawner thread, when nothing is left
     */
    RunningRun(RunId run, GatedStart.Started started, OutputSink.Log log, Starter.Surroundings around,
            Consumer<? super ProcessReport> reports,
            Runnable cleared) {
        this.run = run;
        this.spawner = around.kernel().loop();
        this.output = around.output();
        this.reports = reports;
        this.cleared = cleared;
        this.child = new Child(around.kernel(), started.identity(), started.gate(), this);
        this.tap = new Tap(output, around.chunk(), log, started.out(), started.err(), this::complete);
    }

    /** Begins to read its output and to watch for its exit. */
    void watch() {
        output.post(tap::open);
        child.watch();
    }

    void release() {
        child.release();
    }

    void signal(StopSignal signal) {
        child.signal(signal);
    }

    void closeOutput() {
        child.closeOutput();
    }

    void say(String text) {
        output.post(() -> tap.say(text));
    }

    void abandon() {
        child.shutGate();
    }

    @Override
    public void exited(Reaper.Exit exit) {
        reports.accept(new Exited(run, exit.code(), exit.signal(), exit.usage()));
    }

    @Override
    public void outputClosed() {
        output.post(tap::close);
    }

    @Override
    public void groupGone(@Nullable Long survivor) {
        output.post(() -> {
            if (survivor != null) {
                tap.say("process " + survivor
                        + " was killed and does not end: it waits for a device or a network disk");
            }
            tap.groupGone();
        });
    }

    /** Called by the output thread. */
    private void complete(Totals totals) {
        spawner.post(cleared);
        reports.accept(new Cleared(run, totals, null));
    }

}
