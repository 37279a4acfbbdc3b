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
final class FakeLauncherWorld {

    final VirtualTimers timers = new VirtualTimers();
    final FakeMachine machine = new FakeMachine(timers);
    final FakeOutputSink sink = new FakeOutputSink();
    final List<ProcessReport> reports = new ArrayList<>();
    private final Map<String, ChildScript> scripts = new LinkedHashMap<>();
    final FakeProcessLauncher launcher;

    FakeLauncherWorld() {
        sink.freeBytes(1L << 40);
        launcher = new FakeProcessLauncher(machine, sink,
                (run, command) -> Objects.requireNonNull(scripts.get(command.script())),
                () -> Duration.ofMillis(1), reports::add);
    }

    String script(ChildScript child) {
        scripts.put(child.sh(), child);
        return child.sh();
    }

    List<String> log(RunId run) {
        return sink.lines(run);
    }

    void await(String what, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (timers.nextDue() == Long.MAX_VALUE) {
                throw new AssertionError("never came: " + what + "; told so far: " + reports);
            }
            timers.advanceTo(timers.nextDue());
        }
    }
}
