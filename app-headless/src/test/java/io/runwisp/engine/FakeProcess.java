package io.runwisp.engine;

import io.runwisp.model.RunId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of the process table of a {@link FakeMachine}. */
final class FakeProcess {

    final long pid;
    final long group;
    final long session;
    final long startTicks;
    final RunId run;
    final boolean holdsPipes;
    private final List<ChildScript.Step> steps;
    boolean ignoresTerm;
    boolean ignoresKeyboard;
    ChildScript.@Nullable TrapTerm trap;
    boolean living = true;
    int exitCode;
    int signal;
    private int position;
    private int wake;

    FakeProcess(long pid, long group, long session, long startTicks, RunId run, boolean holdsPipes,
            List<ChildScript.Step> steps) {
        this.pid = pid;
        this.group = group;
        this.session = session;
        this.startTicks = startTicks;
        this.run = run;
        this.holdsPipes = holdsPipes;
        this.steps = steps;
    }

    /** The next step, or null at the end of the script. */
    ChildScript.@Nullable Step next() {
        return position < steps.size() ? steps.get(position++) : null;
    }

    /** Waits on these timers and goes on, unless it has died or turned to something else meanwhile. */
    void pause(VirtualTimers timers, Duration time, Runnable then) {
        int mine = ++wake;
        timers.in(time, () -> {
            if (living && wake == mine) {
                then.run();
            }
        });
    }
}
