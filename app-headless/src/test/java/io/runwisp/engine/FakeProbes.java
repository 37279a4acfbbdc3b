package io.runwisp.engine;

import io.runwisp.engine.ProcessLauncher.Probe;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The probes of a {@link FakeProcessLauncher}: what they would come to is read off their scripts. */
final class FakeProbes {

    private static final int TAIL = 512;
    private static final int KILLED = 128 + StopSignal.SIGKILL.number();

    private record Verdict(int exitCode, Duration time, String said) {
    }

    private final VirtualTimers timers;
    private final FakeProcessLauncher.Children children;
    private final Supplier<Duration> latency;
    private final Consumer<ProcessReport> reports;
    private final Map<RunId, Object> running = new LinkedHashMap<>();

    FakeProbes(VirtualTimers timers, FakeProcessLauncher.Children children, Supplier<Duration> latency,
            Consumer<ProcessReport> reports) {
        this.timers = timers;
        this.children = children;
        this.latency = latency;
        this.reports = reports;
    }

    void begin(Probe probe) {
        Object mine = new Object();
        if (running.putIfAbsent(probe.replica(), mine) != null) {
            throw new IllegalStateException("two probes at a time: " + probe.replica());
        }
        String directory = probe.command().workingDir();
        if (directory != null && directory.startsWith("/nonexistent")) {
            timers.in(latency.get(), () -> end(probe, mine, -1, false, "no such directory: " + directory));
            return;
        }
        Verdict verdict = verdict(children.of(probe.replica(), probe.command()));
        boolean late = verdict.time().compareTo(probe.timeout()) >= 0;
        timers.in((late ? probe.timeout() : verdict.time()).plus(latency.get()),
                () -> end(probe, mine, late ? KILLED : verdict.exitCode(), late, verdict.said()));
    }

    private static Verdict verdict(ChildScript script) {
        Duration time = Duration.ZERO;
        StringBuilder said = new StringBuilder();
        for (ChildScript.Step step : script.steps()) {
            switch (step) {
                case ChildScript.Print(var _, var text, var finished) -> said.append(text).append(finished ? "\n" : "");
                case ChildScript.Flood(var bytes) -> said.append("x".repeat(bytes));
                case ChildScript.Sleep(var more) -> time = time.plus(more);
                case ChildScript.Exit(var code) -> {
                    return new Verdict(code, time, said.toString());
                }
                case ChildScript.Die(var signal) -> {
                    return new Verdict(128 + signal.number(), time, said.toString());
                }
                case ChildScript.IgnoreTerm() -> {
                }
                case ChildScript.TrapTerm _ -> {
                }
                case ChildScript.Fork _ -> {
                }
            }
        }
        return new Verdict(0, time, said.toString());
    }

    private void end(Probe probe, Object mine, int exitCode, boolean timedOut, String said) {
        if (running.remove(probe.replica(), mine)) {
            String shown = said;
            for (String secret : probe.secrets()) {
                shown = shown.replace(secret, "[redacted]");
            }
            byte[] bytes = shown.getBytes(StandardCharsets.UTF_8);
            int from = Math.max(0, bytes.length - TAIL);
            reports.accept(new ProcessReport.Probed(probe.replica(), exitCode, timedOut,
                    new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8)));
        }
    }

    void cancel(RunId replica) {
        Object mine = running.get(replica);
        if (mine != null) {
            timers.in(latency.get(), () -> {
                if (running.remove(replica, mine)) {
                    reports.accept(new ProcessReport.Probed(replica, KILLED, false, ""));
                }
            });
        }
    }

    void forget() {
        running.clear();
    }
}
