package io.runwisp.process;

import io.runwisp.engine.OutputSink;
import io.runwisp.engine.OutputSink.Log;
import io.runwisp.engine.OutputSink.Totals;
import io.runwisp.engine.ProcessLauncher;
import io.runwisp.engine.ProcessReport;
import io.runwisp.engine.ProcessReport.Cleared;
import io.runwisp.engine.ProcessReport.Exited;
import io.runwisp.engine.ProcessReport.Launched;
import io.runwisp.engine.ProcessReport.NotLaunched;
import io.runwisp.engine.ProcessReport.Probed;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import io.runwisp.time.MonotonicClock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts processes with what every JDK has, where the C library may not be called: twice as slow, two threads for each process, no account but the daemon's, nothing
 * about what a process used, and a process that is to die with the daemon is left to the next start. Needs {@code setsid}.
 */
public final class JdkProcessLauncher implements ProcessLauncher, AutoCloseable {

    private static final int SIGNAL_BASE = 128;
    private static final int MOST_SIGNALS = 64;
    private static final int MOST_CLEARED = 64;

    private final OutputSink logs;
    private final Consumer<? super ProcessReport> reports;
    private final EventLoop loop;
    private final JdkProcess.Place place;
    private final JdkStart start;
    private final Map<RunId, JdkProcess> runs = new HashMap<>();
    private final Map<RunId, JdkProbe> probes = new HashMap<>();
    private final Map<RunId, JdkProcess> cleared = new LinkedHashMap<>();

    /** A launcher, its thread running; see {@link NativeProcessLauncher}. */
    public JdkProcessLauncher(OutputSink logs, MonotonicClock clock, Consumer<? super ProcessReport> reports,
            Consumer<Throwable> trouble) {
        this(logs, clock, reports, trouble, Variables.ofThisProcess());
    }

    JdkProcessLauncher(OutputSink logs, MonotonicClock clock, Consumer<? super ProcessReport> reports,
            Consumer<Throwable> trouble, Variables variables) {
        this.logs = logs;
        this.reports = reports;
        this.loop = new EventLoop("runwisp-spawner", clock, new PermitWaiter(), () -> false, trouble);
        ProcessTable table = new ProcessTable();
        this.place = new JdkProcess.Place(loop, table, new JdkSignals(table));
        this.start = new JdkStart(variables, table, clock);
        loop.start();
    }

    @Override
    public void launch(Launch launch) {
        loop.post(() -> {
            switch (logs.open(launch.log(), new LogListener(reports))) {
                case OutputSink.Refused refused -> refuse(launch.run(), null, refused.reason());
                case OutputSink.NoSpace space -> refuse(launch.run(), null, Starter.reason(space));
                case OutputSink.Opened(Log log) -> start(launch, log);
            }
        });
    }

    @Override
    public void release(RunId run) {
        on(run, JdkProcess::release);
    }

    @Override
    public void signal(RunId run, StopSignal signal) {
        loop.post(() -> {
            JdkProcess process = runs.get(run);
            if (process == null && signal == StopSignal.SIGKILL) {
                process = cleared.remove(run);
            }
            if (process != null) {
                process.signal(signal);
            }
        });
    }

    @Override
    public void closeOutput(RunId run) {
        on(run, JdkProcess::closeOutput);
    }

    @Override
    public void say(RunId run, String text) {
        on(run, process -> process.say(text));
    }

    @Override
    public void probe(Probe probe) {
        loop.post(() -> {
            switch (start.start(probe.command())) {
                case JdkStart.Failed(String reason) ->
                    reports.accept(new Probed(probe.replica(), RunEnd.NEVER_STARTED, false, reason));
                case JdkStart.Started started -> {
                    JdkProbe running = new JdkProbe(probe, place, started, reports,
                            () -> probes.remove(probe.replica()));
                    probes.put(probe.replica(), running);
                    running.watch();
                }
            }
        });
    }

    @Override
    public void cancelProbe(RunId replica) {
        loop.post(() -> {
            JdkProbe probe = probes.get(replica);
            if (probe != null) {
                probe.kill();
            }
        });
    }

    /** Ends the thread, as {@link NativeProcessLauncher#close} does. */
    @Override
    public void close() {
        loop.post(() -> {
            runs.values().forEach(JdkProcess::shutGate);
            probes.values().forEach(JdkProbe::kill);
        });
        loop.close();
    }

    private void start(Launch launch, Log log) {
        RunId run = launch.run();
        switch (start.start(launch.command())) {
            case JdkStart.Failed(String reason) -> {
                log.say(reason);
                log.finish();
                refuse(run, log.fileName(), reason);
            }
            case JdkStart.Started started -> {
                JdkProcess process = new JdkProcess(place, started.process(), started.identity(), log,
                        new RunListener(run));
                runs.put(run, process);
                process.watch();
                reports.accept(new Launched(run, started.identity(), log.fileName(), started.nanos()));
            }
        }
    }

    private void refuse(RunId run, @Nullable String logFile, String reason) {
        reports.accept(new NotLaunched(run, logFile, reason));
    }

    private void on(RunId run, Consumer<JdkProcess> what) {
        loop.post(() -> {
            JdkProcess process = runs.get(run);
            if (process != null) {
                what.accept(process);
            }
        });
    }

    /** Reports what happens to a run. */
    private final class RunListener implements JdkProcess.Listener {

        private final RunId run;

        RunListener(RunId run) {
            this.run = run;
        }

        @Override
        public void exited(int code) {
            boolean signalled = code > SIGNAL_BASE && code <= SIGNAL_BASE + MOST_SIGNALS;
            reports.accept(new Exited(run, code, signalled ? code - SIGNAL_BASE : 0, null));
        }

        @Override
        public void cleared(Totals totals) {
            JdkProcess process = runs.remove(run);
            if (process != null) {
                cleared.put(run, process);
            }
            if (cleared.size() > MOST_CLEARED) {
                cleared.remove(cleared.keySet().iterator().next());
            }
            reports.accept(new Cleared(run, totals, totals.match().map(OutputSink.Match::pattern).orElse(null)));
        }
    }
}
