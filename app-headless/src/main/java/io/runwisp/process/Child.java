package io.runwisp.process;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.StopSignal;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process that was started here, and what it leaves behind. Belongs to the spawner thread.
 *
 * <p>While the leader is not reaped its number cannot be given to anybody else, so the group is signalled as a whole. Afterwards the members are looked up and
 * signalled one by one, each pinned by a descriptor.
 */
final class Child implements SessionHunt.Hunter {

    private static final MemorySegment LINE = Arena.global().allocateFrom(JAVA_BYTE, (byte) '\n');
    private static final int NO_DESCRIPTOR = -1;
    private static final Duration FIRST_LOOK = Duration.ofMillis(1);
    private static final Duration LONGEST_LOOK = Duration.ofMillis(250);
    /** From this wait on a look goes through all processes: it is the more expensive one. */
    private static final Duration THOROUGH_LOOK = Duration.ofMillis(64);
    /** How long what was killed may take to go, before it is left alone: a process that waits for a dead disk cannot even be killed. */
    private static final Duration LAST_GRACE = Duration.ofSeconds(5);
    /** One look may miss a process whose parent ended while it was taken. */
    private static final int QUIET_LOOKS = 2;

    private final NativeLoop loop;
    private final Reaper reaper;
    private final ProcessTable table;
    private final SessionHunt hunt;
    private final Lifeline lifeline;
    private final ProcessIdentity identity;
    private final int pidfd;
    private final Listener listener;
    private int gate;
    private Reaper.@Nullable Exit exit;
    private boolean gone;
    private boolean killed;
    private boolean outputClosed;
    private boolean lastGrace;
    private boolean givenUp;
    private int emptyLooks;
    private int hunts;

    /** Who must know how it goes on. */
    interface Listener {

        /** The leader was reaped. */
        void exited(Reaper.Exit exit);

        /** Its output is not wanted any longer. */
        void outputClosed();

        /**
         * The session is empty. Nothing comes after it.
         *
         * @param survivor the number of a process that did not even die when it was killed, or null
         */
        void sessionGone(@Nullable Long survivor);
    }

    /** What children have in common. */
    record Kernel(NativeLoop loop, Reaper reaper, ProcessTable table, SessionHunt hunt, Lifeline lifeline) {
    }

    /**
     * A process that has just been started.
     *
     * @param gate the end of its standard input that opens its gate
     */
    Child(Kernel kernel, ProcessIdentity identity, int gate, Listener listener) {
        this.loop = kernel.loop();
        this.reaper = kernel.reaper();
        this.table = kernel.table();
        this.hunt = kernel.hunt();
        this.lifeline = kernel.lifeline();
        this.identity = identity;
        this.gate = gate;
        this.listener = listener;
        this.pidfd = loop.libc().pidfdOpen(pid());
    }

    /** Begins to watch for its exit. */
    void watch() {
        if (pidfd >= 0) {
            loop.watch(pidfd, this::reap);
        } else {
            ask(FIRST_LOOK);
        }
    }

    void release() {
        if (gate != NO_DESCRIPTOR) {
            loop.libc().write(gate, LINE);
            shutGate();
        }
    }

    void signal(StopSignal signal) {
        boolean kill = signal == StopSignal.SIGKILL;
        killed |= kill;
        if (exit == null) {
            loop.libc().kill(-pid(), signal.number());
        }
        shutGate();
        if (!gone && (kill || exit != null)) {
            hunts++;
            hunt.join(identity, signal, this);
        }
        giveUpLater();
    }

    void closeOutput() {
        if (!outputClosed) {
            outputClosed = true;
            listener.outputClosed();
            giveUpLater();
        }
    }

    @Override
    public boolean isNeeded() {
        return exit == null || loop.isKept(pid());
    }

    @Override
    public void hunted() {
        hunts--;
    }

    private List<ProcessStat> members() {
        return hunt.members(identity);
    }

    private void ask(Duration wait) {
        loop.after(wait, () -> {
            reap();
            if (exit == null) {
                ask(longer(wait));
            }
        });
    }

    private void reap() {
        if (exit != null) {
            return;
        }
        Optional<Reaper.Exit> seen = reaper.reap(pid());
        if (seen.isEmpty()) {
            return;
        }
        exit = seen.get();
        shutGate();
        if (pidfd >= 0) {
            loop.unwatch(pidfd);
            loop.libc().close(pidfd);
        }
        try {
            listener.exited(seen.get());
        } finally {
            look(FIRST_LOOK);
        }
    }

    /** Whether the session is empty; if not, looks again, at growing intervals. */
    private void look(Duration next) {
        if (gone) {
            return;
        }
        if (isSessionEmpty(next.compareTo(THOROUGH_LOOK) >= 0)) {
            gone(null);
        } else if (givenUp) {
            gone(survivor());
        } else {
            loop.after(next, () -> look(longer(next)));
        }
    }

    private boolean isSessionEmpty(boolean thorough) {
        if (!loop.isKept(pid()) || table.find(pid()).isPresent()) {
            return true;
        }
        reaper.reapAdopted(pid());
        boolean seen = !thorough || hunts > 0 || !members().isEmpty();
        emptyLooks = seen ? 0 : emptyLooks + 1;
        return emptyLooks >= QUIET_LOOKS;
    }

    private void giveUpLater() {
        if (killed && outputClosed && !lastGrace) {
            lastGrace = true;
            loop.after(LAST_GRACE, this::giveUp);
        }
    }

    private void giveUp() {
        givenUp = true;
        if (exit != null) {
            look(LONGEST_LOOK);
        }
    }

    private @Nullable Long survivor() {
        return members().stream()
            .map(ProcessStat::pid)
            .findFirst()
            .orElse(null);
    }

    private void gone(@Nullable Long survivor) {
        gone = true;
        lifeline.letGo(identity.pid());
        listener.sessionGone(survivor);
    }

    /** A process that still waits behind it ends. */
    void shutGate() {
        if (gate != NO_DESCRIPTOR) {
            loop.libc().close(gate);
            gate = NO_DESCRIPTOR;
        }
    }

    private int pid() {
        return (int) identity.pid();
    }

    private static Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_LOOK) < 0 ? twice : LONGEST_LOOK;
    }
}
