package io.runwisp.process;

import io.runwisp.engine.OutputSink;
import io.runwisp.engine.OutputSink.Totals;
import io.runwisp.engine.ProcessReport;
import io.runwisp.engine.ProcessReport.Cleared;
import io.runwisp.engine.ProcessReport.Exited;
import io.runwisp.model.RunEnd.Usage;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The process of a run from its start until nothing of it is left. Belongs to the spawner thread. */
final class RunningRun implements Child.Listener {

    private static final Duration FIRST_LOOK = Duration.ofMillis(20);
    private static final int LOOKS_GROW = 4;
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

    private final RunId run;
    private final NativeLoop spawner;
    private final NativeLoop output;
    private final Consumer<? super ProcessReport> reports;
    private final Runnable cleared;
    private final Child child;
    private final Tap tap;
    private final long pid;
    private final long daemonPeak;
    private long seenPeak;
    private boolean exited;

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
        this.pid = started.identity().pid();
        this.daemonPeak = started.daemonPeak();
        this.seenPeak = started.gatePeak();
        this.child = new Child(around.kernel(), started.identity(), started.gate(), this);
        this.tap = new Tap(output, around.chunk(), log, started.out(), started.err(), this::complete);
    }

    /** Begins to read its output and to watch for its exit. */
    void watch() {
        output.post(tap::open);
        child.watch();
    }

    void release() {
        spawner.after(FIRST_LOOK, () -> look(FIRST_LOOK.multipliedBy(LOOKS_GROW)));
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
        exited = true;
        Usage told = exit.usage();
        Usage usage = told.peakMemoryBytes() > daemonPeak || seenPeak == 0
                ? told
                : new Usage(seenPeak, told.cpuTime());
        reports.accept(new Exited(run, exit.code(), exit.signal(), usage));
    }

    private void look(Duration next) {
        if (!exited) {
            seenPeak = Math.max(seenPeak, MemoryWatch.peak(pid));
            Duration later = next.multipliedBy(LOOKS_GROW);
            spawner.after(next, () -> look(later.compareTo(LONGEST_LOOK) < 0 ? later : LONGEST_LOOK));
        }
    }

    @Override
    public void outputClosed() {
        output.post(tap::close);
    }

    @Override
    public void sessionGone(@Nullable Long survivor) {
        output.post(() -> {
            if (survivor != null) {
                tap.say("process " + survivor
                        + " was killed and does not end: it waits for a device or a network disk");
            }
            tap.sessionGone();
        });
    }

    /** Called by the output thread. */
    private void complete(Totals totals) {
        spawner.post(cleared);
        reports.accept(new Cleared(run, totals, totals.match().map(OutputSink.Match::pattern).orElse(null)));
    }

}
