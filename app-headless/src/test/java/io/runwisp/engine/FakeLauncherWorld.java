package io.runwisp.engine;

import io.runwisp.model.RunId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** A fake launcher on a fake machine in virtual time, and what it told. */
final class FakeLauncherWorld implements LauncherScene {

    private final VirtualTimers timers = new VirtualTimers();
    private final FakeMachine machine = new FakeMachine(timers);
    private final FakeOutputSink sink = new FakeOutputSink();
    private final List<ProcessReport> reports = new ArrayList<>();
    private final Map<String, ChildScript> scripts = new LinkedHashMap<>();
    private final FakeProcessLauncher launcher;

    FakeLauncherWorld() {
        sink.freeBytes(1L << 40);
        launcher = new FakeProcessLauncher(machine, sink,
                (run, command) -> Objects.requireNonNull(scripts.get(command.script())),
                () -> Duration.ofMillis(1), reports::add);
    }

    @Override
    public ProcessLauncher launcher() {
        return launcher;
    }

    @Override
    public List<ProcessReport> reports() {
        return reports;
    }

    @Override
    public int living(RunId run) {
        return machine.living(run);
    }

    @Override
    public void close() {
        // Nothing of it outlives the test.
    }

    @Override
    public String script(ChildScript child) {
        scripts.put(child.sh(), child);
        return child.sh();
    }

    @Override
    public List<String> log(RunId run) {
        return sink.lines(run);
    }

    @Override
    public void await(String what, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (timers.nextDue() == Long.MAX_VALUE) {
                throw new AssertionError("never came: " + what + "; told so far: " + reports);
            }
            timers.advanceTo(timers.nextDue());
        }
    }
}
