package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineEffect;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.FakeProcessLauncher;
import io.runwisp.engine.FaultyProcessLauncher;
import io.runwisp.engine.Moment;
import io.runwisp.engine.ProcessLauncher;
import io.runwisp.engine.Wake;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One life of a daemon: an engine, its mailbox, and the hands that carry out what it wants. */
final class Daemon {

    /** The world around it. */
    interface Surroundings {

        /** Both clocks. */
        Moment now();

        /** Tells the checks. */
        void happen(Happening happening);

        /** Whether the daemon is killed right here. */
        boolean strikes();
    }

    private final Surroundings world;
    private final Engine engine;
    private final VirtualJournal journal;
    private final FakeProcessLauncher processes;
    private final FaultyProcessLauncher launcher;
    private final Deque<EngineMessage> mailbox = new ArrayDeque<>();
    private final long lateness;
    private long wakeAt = Long.MAX_VALUE;
    private boolean dead;
    private boolean finished;

    Daemon(Surroundings world, Engine engine, VirtualJournal journal, FakeProcessLauncher processes,
            FaultyProcessLauncher launcher, long lateness) {
        this.world = world;
        this.engine = engine;
        this.journal = journal;
        this.processes = processes;
        this.launcher = launcher;
        this.lateness = lateness;
    }

    /** Puts a message into the mailbox. */
    void tell(EngineMessage message) {
        if (!dead) {
            mailbox.add(message);
        }
    }

    /** When it must be woken, by the monotonic clock. */
    long wakeAt() {
        return dead ? Long.MAX_VALUE : wakeAt;
    }

    boolean isDead() {
        return dead;
    }

    boolean hasFinished() {
        return finished;
    }

    /** Handles everything that waits; true when it was struck down over it. */
    boolean handleAll() {
        while (!dead && !mailbox.isEmpty()) {
            EngineMessage message = mailbox.remove();
            Moment now = world.now();
            world.happen(new Happening.Told(now, message));
            for (EngineEffect effect : engine.handle(message, now)) {
                if (world.strikes()) {
                    return true;
                }
                world.happen(new Happening.Wanted(now, effect));
                carryOut(effect);
            }
            wakeAt = wakeAt(engine.nextWake(), now);
        }
        return false;
    }

    private long wakeAt(@Nullable Wake wake, Moment now) {
        long earliest = Long.MAX_VALUE;
        if (wake != null && wake.nanos() != null) {
            earliest = wake.nanos();
        }
        if (wake != null && wake.wall() != null) {
            long millis = wake.wall().toEpochMilli() - now.wall().toEpochMilli();
            earliest = Math.min(earliest, now.nanos() + Math.max(0, Math.min(millis, 1L << 40)) * 1_000_000);
        }
        return earliest == Long.MAX_VALUE ? earliest : Math.max(earliest, now.nanos()) + lateness;
    }

    private void carryOut(EngineEffect effect) {
        ProcessLauncher hand = launcher;
        switch (effect) {
            case EngineEffect.WriteJournal batch -> journal.write(batch);
            case EngineEffect.LaunchProcess(var launch) -> hand.launch(launch);
            case EngineEffect.ReleaseProcess(var run) -> hand.release(run);
            case EngineEffect.SignalProcess(var run, var signal) -> hand.signal(run, signal);
            case EngineEffect.CloseOutput(var run) -> hand.closeOutput(run);
            case EngineEffect.SayInLog(var run, var text) -> hand.say(run, text);
            case EngineEffect.StartProbe(var probe) -> hand.probe(probe);
            case EngineEffect.CancelProbe(var replica) -> hand.cancelProbe(replica);
            case EngineEffect.Finished() -> finished = true;
            case EngineEffect.Answer _ -> {
            }
            case EngineEffect.Narrate _ -> {
            }
            case EngineEffect.SweepRetention _ -> {
            }
        }
    }

    /** It dies, by a kill or at its end. */
    void die() {
        dead = true;
        mailbox.clear();
        launcher.die();
        processes.die();
        journal.die();
    }
}
