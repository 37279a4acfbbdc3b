package io.runwisp.engine;

import io.runwisp.engine.ChildScript.Place;
import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.RunStart;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A kernel in memory: a process table with sessions, groups and pipes. It outlives the daemons that use it. One thread uses it. */
public final class FakeMachine {

    private static final long NANOS_OF_TICK = 10_000_000;
    private static final int SIGPIPE = 13;

    private final VirtualTimers timers;
    private final Map<RunId, FakeFamily> families = new LinkedHashMap<>();
    private long lastPid = 300;
    private long lastInode = 90_000;
    private int boots = 1;
    private BiConsumer<RunId, ProcessIdentity> beginnings = (_, _) -> {
    };

    /** A machine that has just started. */
    public FakeMachine(VirtualTimers timers) {
        this.timers = timers;
    }

    /** Tells of each leader that begins to execute its script. */
    public void onBegin(BiConsumer<RunId, ProcessIdentity> listener) {
        beginnings = listener;
    }

    /** The time that it lives in. */
    VirtualTimers timers() {
        return timers;
    }

    /** This start of the machine. */
    public String bootId() {
        return "boot-" + boots;
    }

    /** Everything dies at once, and pids, ticks and inodes begin anew. */
    public void reboot() {
        families.clear();
        boots++;
        lastPid = 300;
        lastInode = 90_000;
    }

    /** A new leader of a new session, which has not begun yet. */
    FakeFamily fork(RunId run, ChildScript script, FakeFamily.Watch watch) {
        long pid = ++lastPid;
        FakeProcess leader = new FakeProcess(pid, pid, pid, ticks(), run, true, script.steps());
        List<Long> pipes = List.of(lastInode + 1, lastInode + 2);
        lastInode += 2;
        FakeFamily family = new FakeFamily(leader, new ProcessIdentity(pid, ticks(), bootId(), pid, pipes), watch);
        families.put(run, family);
        return family;
    }

    private long ticks() {
        return timers.nanos() / NANOS_OF_TICK;
    }

    /** Opens the gate of a leader: its script begins after a while. */
    void begin(FakeFamily family, Duration after) {
        family.begun = true;
        family.leader.pause(timers, after, () -> {
            beginnings.accept(family.run(), family.identity);
            act(family, family.leader);
        });
    }

    /** Lets a process do what it does until it waits or ends. */
    void act(FakeFamily family, FakeProcess process) {
        while (process.living) {
            ChildScript.Step step = process.next();
            if (step == null) {
                die(process, 0, 0);
                return;
            }
            switch (step) {
                case ChildScript.Print(var source, var text, var finished) ->
                    print(family, process, source, text + (finished ? "\n" : ""));
                case ChildScript.Flood(var bytes) ->
                    print(family, process, OutputSink.Source.STDOUT,
                            ("x".repeat(63) + "\n").repeat(bytes / 64 + 1).substring(0, bytes));
                case ChildScript.Sleep(var time) -> {
                    process.pause(timers, time, () -> act(family, process));
                    return;
                }
                case ChildScript.IgnoreTerm() -> process.ignoresTerm = true;
                case ChildScript.TrapTerm trap -> process.trap = trap;
                case ChildScript.Fork(var place, var life, var holds) -> fork(family, process, place, life, holds);
                case ChildScript.Exit(var code) -> die(process, code, 0);
                case ChildScript.Die(var signal) -> die(process, 128 + signal.number(), signal.number());
            }
        }
    }

    private void fork(FakeFamily family, FakeProcess parent, Place place, Duration life, boolean holdsPipes) {
        long pid = ++lastPid;
        FakeProcess child = new FakeProcess(pid, place == Place.GROUP ? parent.group : pid,
                place == Place.OWN_SESSION ? pid : parent.session, ticks(), family.run(), holdsPipes,
                List.of(new ChildScript.Sleep(life)));
        child.ignoresTerm = parent.ignoresTerm;
        // A shell without job control lets what it starts in the background ignore the keyboard.
        child.ignoresKeyboard = place != Place.OWN_GROUP;
        family.living.add(child);
        act(family, child);
    }

    private void print(FakeFamily family, FakeProcess process, OutputSink.Source source, String text) {
        if (!family.watch.printed(source, text)) {
            die(process, 128 + SIGPIPE, SIGPIPE);
        }
    }

    /** Sends a signal to a process. */
    void kill(FakeProcess process, StopSignal signal) {
        ChildScript.TrapTerm trap = process.trap;
        boolean keyboard = signal == StopSignal.SIGINT || signal == StopSignal.SIGQUIT;
        if (!process.living || keyboard && process.ignoresKeyboard
                || signal == StopSignal.SIGTERM && process.ignoresTerm) {
            return;
        }
        if (signal == StopSignal.SIGTERM && trap != null) {
            process.pause(timers, trap.after(), () -> die(process, trap.exitCode(), 0));
            return;
        }
        die(process, 128 + signal.number(), signal.number());
    }

    /** Ends a process. */
    void die(FakeProcess process, int exitCode, int signal) {
        FakeFamily family = families.get(process.run);
        if (!process.living || family == null) {
            return;
        }
        process.living = false;
        process.exitCode = exitCode;
        process.signal = signal;
        family.living.remove(process);
        if (family.living.isEmpty()) {
            families.remove(process.run);
        }
        family.watch.died(process);
    }

    /** How many processes live that began with this run. */
    public int living(RunId run) {
        FakeFamily family = families.get(run);
        return family == null ? 0 : family.living.size();
    }

    /** The runs of which anything lives. */
    public List<RunId> runs() {
        return List.copyOf(families.keySet());
    }

    /** Whether anything of the group of this run lives that was let through its gate. */
    public boolean executes(RunId run) {
        FakeFamily family = families.get(run);
        return family != null && family.begun && family.sessionLives();
    }

    /** What lives of a recorded run: its session, and whoever holds its pipes. */
    List<FakeProcess> leftovers(Run run) {
        RunStart start = run.start();
        @Nullable
        ProcessIdentity recorded = start == null ? null : start.process();
        if (recorded == null || !recorded.bootId().equals(bootId())) {
            return List.of();
        }
        List<FakeProcess> found = new ArrayList<>();
        for (FakeFamily family : families.values()) {
            boolean pipes = family.identity.pipeInodes().stream().anyMatch(recorded.pipeInodes()::contains);
            Predicate<FakeProcess> belongs = process -> process.session == recorded.session()
                    && process.startTicks >= recorded.startTicks() || pipes && process.holdsPipes;
            family.living.stream().filter(belongs).forEach(found::add);
        }
        return found;
    }
}
