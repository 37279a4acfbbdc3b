package io.runwisp.engine;

import io.runwisp.engine.definition.Command;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts the processes of a {@link FakeMachine}, in its time. One thread uses it; reports are told by that thread. */
public final class FakeProcessLauncher implements ProcessLauncher {

    private static final RunEnd.Usage USAGE = new RunEnd.Usage(1 << 20, Duration.ofMillis(3));

    /** What is behind the commands. */
    public interface Children {

        /** What a process does when this is executed for a run. */
        ChildScript of(RunId run, Command command);
    }

    private final FakeMachine machine;
    private final OutputSink sink;
    private final Children children;
    private final Supplier<Duration> latency;
    private final Consumer<ProcessReport> reports;
    private final Map<RunId, Charge> charges = new LinkedHashMap<>();
    private final FakeProbes probes;
    private boolean dead;

    /** Starts what {@code children} describes; spawning and reaping take {@code latency}. */
    public FakeProcessLauncher(FakeMachine machine, OutputSink sink, Children children, Supplier<Duration> latency,
            Consumer<ProcessReport> reports) {
        this.machine = machine;
        this.sink = sink;
        this.children = children;
        this.latency = latency;
        this.reports = reports;
        this.probes = new FakeProbes(machine.timers(), children, latency, this::tell);
    }

    @Override
    public void launch(Launch launch) {
        if (charges.containsKey(launch.run())) {
            throw new IllegalStateException("launched twice: " + launch.run());
        }
        Charge charge = new Charge(launch);
        switch (sink.open(launch.log(), charge)) {
            case OutputSink.NoSpace(var free, var minimum) ->
                refuse(launch, null, "the disk has " + free + " bytes left, " + minimum + " must be left");
            case OutputSink.Refused(var reason) -> refuse(launch, null, reason);
            case OutputSink.Opened(var log) -> {
                charge.log = log;
                String directory = launch.command().workingDir();
                if (directory != null && directory.startsWith("/nonexistent")) {
                    log.say("the working directory " + directory + " does not exist");
                    log.finish();
                    refuse(launch, log.fileName(), "the working directory " + directory + " does not exist");
                } else {
                    charges.put(launch.run(), charge);
                    machine.timers().in(latency.get(), charge::fork);
                }
            }
        }
    }

    private void refuse(Launch launch, @Nullable String logFile, String reason) {
        machine.timers().in(latency.get(), () -> tell(new ProcessReport.NotLaunched(launch.run(), logFile, reason)));
    }

    private void tell(ProcessReport report) {
        if (!dead) {
            reports.accept(report);
        }
    }

    @Override
    public void release(RunId run) {
        Charge charge = charges.get(run);
        if (charge != null) {
            charge.begin();
        }
    }

    @Override
    public void signal(RunId run, StopSignal signal) {
        Charge charge = charges.get(run);
        if (charge != null && charge.family == null) {
            charge.spared |= signal == StopSignal.SIGKILL;
        }
        if (charge != null && charge.family != null) {
            FakeFamily family = charge.family;
            boolean all = signal == StopSignal.SIGKILL;
            for (FakeProcess process : List.copyOf(family.living)) {
                if (process.group == family.leader.group || all && process.session == family.leader.session) {
                    machine.kill(process, signal);
                }
            }
        }
    }

    @Override
    public void closeOutput(RunId run) {
        Charge charge = charges.get(run);
        if (charge != null && charge.family != null) {
            charge.open = false;
            charge.clear();
        }
    }

    @Override
    public void say(RunId run, String text) {
        Charge charge = charges.get(run);
        if (charge != null && charge.log != null) {
            charge.log.say(text);
        }
    }

    @Override
    public void probe(Probe probe) {
        probes.begin(probe);
    }

    @Override
    public void cancelProbe(RunId replica) {
        probes.cancel(replica);
    }

    /** The daemon is killed: pipes break, gates close for good, nothing is told any more. */
    public void die() {
        dead = true;
        probes.forget();
        for (Charge charge : List.copyOf(charges.values())) {
            charge.open = false;
            FakeFamily family = charge.family;
            if (family != null && !family.begun) {
                machine.die(family.leader, 1, 0);
            } else if (family != null && charge.launch.dieWithDaemon()) {
                machine.kill(family.leader, StopSignal.SIGKILL);
            }
        }
        charges.clear();
    }

    private final class Charge implements FakeFamily.Watch, OutputSink.Listener {

        private final Launch launch;
        private OutputSink.@Nullable Log log;
        private @Nullable FakeFamily family;
        private boolean open = true;
        private boolean exitTold;
        private boolean spared;
        private boolean cleared;

        Charge(Launch launch) {
            this.launch = launch;
        }

        void fork() {
            if (dead || log == null) {
                return;
            }
            if (spared) {
                charges.remove(launch.run());
                log.finish();
                tell(new ProcessReport.NotLaunched(launch.run(), log.fileName(),
                        "it was ended before its process was started"));
                return;
            }
            family = machine.fork(launch.run(), children.of(launch.run(), launch.command()), this);
            tell(new ProcessReport.Launched(launch.run(), family.identity, log.fileName(),
                    machine.timers().nanos()));
        }

        void begin() {
            FakeFamily mine = family;
            if (mine != null && !mine.begun && mine.leader.living) {
                machine.begin(mine, latency.get());
            }
        }

        @Override
        public boolean printed(OutputSink.Source source, String text) {
            if (open && log != null) {
                log.take(source, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            }
            return open;
        }

        @Override
        public void died(FakeProcess process) {
            if (family != null && process == family.leader) {
                machine.timers().in(latency.get(), () -> reap(process));
            } else {
                clear();
            }
        }

        private void reap(FakeProcess leader) {
            exitTold = true;
            tell(new ProcessReport.Exited(launch.run(), leader.exitCode, leader.signal, USAGE));
            clear();
        }

        void clear() {
            FakeFamily mine = family;
            if (dead || cleared || !exitTold || mine == null || log == null || mine.sessionLives()
                    || open && mine.pipesAreHeld()) {
                return;
            }
            cleared = true;
            charges.remove(launch.run());
            tell(new ProcessReport.Cleared(launch.run(), log.finish(), null));
        }

        @Override
        public void overflowed(RunId run) {
            tell(new ProcessReport.LogOverflowed(run));
        }

        @Override
        public void diskPressure(RunId run, long freeBytes, long minFreeBytes, boolean endRun) {
            tell(new ProcessReport.DiskPressed(run, freeBytes, minFreeBytes, endRun));
        }

        @Override
        public void writeFailed(RunId run, String reason) {
            tell(new ProcessReport.LogWriteFailed(run, reason));
        }
    }
}
