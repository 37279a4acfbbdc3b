package io.runwisp.process;

import io.runwisp.engine.OutputSink.Totals;
import io.runwisp.engine.ProcessLauncher.Probe;
import io.runwisp.engine.ProcessReport;
import io.runwisp.engine.ProcessReport.Probed;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.function.Consumer;

/** A probe of {@link JdkProcessLauncher}. Belongs to its thread. */
final class JdkProbe implements JdkProcess.Listener {

    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final Probe probe;
    private final EventLoop loop;
    private final Consumer<? super ProcessReport> reports;
    private final Runnable done;
    private final ProbeTail tail;
    private final JdkProcess process;
    private int exitCode;
    private boolean exited;
    private boolean timedOut;

    JdkProbe(Probe probe, JdkProcess.Place place, JdkStart.Started started, Consumer<? super ProcessReport> reports,
            Runnable done) {
        this.probe = probe;
        this.loop = place.loop();
        this.reports = reports;
        this.done = done;
        this.tail = new ProbeTail(probe.secrets());
        this.process = new JdkProcess(place, started.process(), started.identity(), tail, this);
    }

    void watch() {
        process.watch();
        process.release();
        loop.after(probe.timeout(), () -> {
            if (!exited) {
                timedOut = true;
                kill();
            }
        });
    }

    void kill() {
        process.signal(StopSignal.SIGKILL);
    }

    @Override
    public void exited(int code) {
        exited = true;
        exitCode = code;
        kill();
        // Who took its pipes into another session must not hold up the answer.
        loop.after(LAST_WORDS, process::closeOutput);
    }

    @Override
    public void cleared(Totals totals) {
        done.run();
        reports.accept(new Probed(probe.replica(), exitCode, timedOut, tail.text()));
    }
}
