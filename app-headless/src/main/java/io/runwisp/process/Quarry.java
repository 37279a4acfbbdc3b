package io.runwisp.process;

import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The processes of one run that a dead daemon left, while they are ended by its ladder. */
final class Quarry {

    /** The kernel's own threads have session 0, and the first process of a machine may have 1. */
    private static final long FIRST_SESSION = 2;

    private final OrphanSweep.Left run;
    private final OrphanSweep.Signals signals;
    private final long killAt;
    private final Set<Key> found = new LinkedHashSet<>();
    private final Set<Key> killed = new HashSet<>();
    private Set<Key> left = Set.of();
    private List<ProcessStat> last = List.of();

    /** A number with its start: nobody else has both. */
    private record Key(long pid, long startTicks) {
    }

    Quarry(OrphanSweep.Left run, OrphanSweep.Signals signals, long start, Duration ceiling) {
        this.run = run;
        this.signals = signals;
        Duration grace = run.signal() == StopSignal.SIGKILL ? Duration.ZERO : run.grace();
        this.killAt = start + (grace.compareTo(ceiling) < 0 ? grace : ceiling).toNanos();
    }

    /** Whether it was recorded in this start of the machine. */
    boolean isOf(String bootId) {
        return !bootId.isEmpty() && run.process().bootId().equals(bootId);
    }

    /** Signals who is new, kills whoever is left when its time is over; whether anybody was there. */
    boolean strike(List<ProcessStat> living, long now) {
        last = among(living);
        for (ProcessStat process : last) {
            Key key = new Key(process.pid(), process.startTicks());
            boolean isNew = found.add(key);
            if (now - killAt >= 0) {
                killed.add(key);
                signals.send(process, StopSignal.SIGKILL);
            } else if (isNew) {
                signals.send(process, run.signal());
            }
        }
        if (left.isEmpty()) {
            left = Set.copyOf(found);
        }
        return !last.isEmpty();
    }

    SweptRun outcome() {
        // What they started while they were being ended was not left by the daemon.
        killed.retainAll(left);
        return new SweptRun(run.run(), left.size(), run.signal(), killed.size(),
                last.stream().map(ProcessStat::pid).toList());
    }

    private List<ProcessStat> among(List<ProcessStat> living) {
        ProcessIdentity leader = run.process();
        // Another process with the number of the leader has it only because the session is gone.
        boolean sessionGone = leader.session() < FIRST_SESSION || living.stream()
            .anyMatch(process -> process.pid() == leader.session() && process.startTicks() != leader.startTicks());
        long self = ProcessHandle.current().pid();
        return living.stream()
            .filter(process -> process.pid() != self && process.startTicks() >= leader.startTicks())
            .filter(process -> !sessionGone && process.session() == leader.session() || holdsPipes(process))
            .toList();
    }

    private boolean holdsPipes(ProcessStat process) {
        return !Collections.disjoint(PipeHolders.pipesOf(process.pid()), run.process().pipeInodes());
    }
}
