package io.runwisp.process;

import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signals what a run has beside the group of its leader. Looking through all processes of the machine costs the same for one run as for a hundred, so all that
 * ask within a moment share the looks. Belongs to the spawner thread.
 */
final class SessionHunt {

    /** How long it waits for others that ask. Most of what was killed is gone by then, and nobody need be looked for. */
    static final Duration GATHERING = Duration.ofMillis(10);
    /** For how long a look is good enough to tell whether somebody lives. */
    private static final Duration LOOK_LASTS = Duration.ofMillis(50);
    /** One look may miss a process whose parent ended while it was taken. */
    private static final int QUIET_LOOKS = 2;
    /** Who forks faster than it can be killed is met again at the next signal. */
    private static final int MOST_ROUNDS = 20;

    private final NativeLoop loop;
    private final ProcessTable table;
    private final Signaller signaller;
    private List<Prey> waiting = new ArrayList<>();
    private @Nullable List<ProcessStat> look;

    /** Who asks. */
    interface Hunter {

        /** Whether somebody of its session may live. */
        boolean isNeeded();

        /** Everybody who was found has been signalled. */
        void hunted();
    }

    private record Prey(ProcessIdentity leader, StopSignal signal, Hunter hunter) {

        boolean isWanted(ProcessStat process) {
            return isMember(process, leader)
                    && (signal == StopSignal.SIGKILL || process.group() == leader.pid());
        }
    }

    SessionHunt(NativeLoop loop, ProcessTable table, Signaller signaller) {
        this.loop = loop;
        this.table = table;
        this.signaller = signaller;
    }

    /** Signals, in a moment, the members of a session: all of them for a kill, those of the leader's group for any other signal. */
    void join(ProcessIdentity leader, StopSignal signal, Hunter hunter) {
        if (waiting.isEmpty()) {
            loop.after(GATHERING, this::go);
        }
        waiting.add(new Prey(leader, signal, hunter));
    }

    /** The living members of a session, as they were a moment ago at the earliest. */
    List<ProcessStat> members(ProcessIdentity leader) {
        if (table.isTaken(leader)) {
            return List.of();
        }
        List<ProcessStat> living = look;
        if (living == null) {
            living = table.living();
            look = living;
            loop.after(LOOK_LASTS, () -> look = null);
        }
        return living.stream().filter(process -> isMember(process, leader)).toList();
    }

    /** Does now what was asked for. */
    void go() {
        List<Prey> asked = waiting;
        waiting = new ArrayList<>();
        try {
            List<Prey> needed = asked.stream()
                .filter(prey -> prey.hunter().isNeeded() && !table.isTaken(prey.leader()))
                .toList();
            if (!needed.isEmpty()) {
                hunt(needed);
            }
        } finally {
            asked.forEach(prey -> prey.hunter().hunted());
        }
    }

    private static boolean isMember(ProcessStat process, ProcessIdentity leader) {
        return process.session() == leader.session() && process.startTicks() >= leader.startTicks();
    }

    private void hunt(List<Prey> asked) {
        Set<Long> signalled = new HashSet<>();
        int quiet = 0;
        for (int round = 0; quiet < QUIET_LOOKS && round < MOST_ROUNDS; round++) {
            quiet++;
            for (ProcessStat process : table.living()) {
                for (Prey prey : asked) {
                    if (prey.isWanted(process) && signalled.add(process.pid())
                            && signaller.send(process, prey.signal())) {
                        quiet = 0;
                    }
                }
            }
        }
    }
}
