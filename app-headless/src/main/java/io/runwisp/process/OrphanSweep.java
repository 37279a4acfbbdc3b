package io.runwisp.process;

import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import io.runwisp.time.MonotonicClock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends what a dead daemon left: every process of a recorded session, and everybody who holds a recorded pipe. Looks again until nobody is left, because those who
 * are told to end may start others. A blocking call, on the thread of whoever starts the daemon.
 */
public final class OrphanSweep {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    /** One look may miss a process whose parent ended while it was taken. */
    private static final int QUIET_LOOKS = 3;
    /** How long what was killed at the ceiling may take to go. */
    private static final Duration LAST_GRACE = Duration.ofSeconds(2);

    private final MonotonicClock clock;
    private final ProcessTable table;
    private final Signals signals;
    private final String bootId;

    /** How a process is signalled. */
    interface Signals {

        /** Whether it was sent. */
        boolean send(ProcessStat process, StopSignal signal);
    }

    /**
     * A run whose end nobody saw.
     *
     * @param grace how long its processes may take after the signal until they are killed
     */
    public record Left(RunId run, ProcessIdentity process, StopSignal signal, Duration grace) {
    }

    /** A sweep of this machine. */
    public OrphanSweep(MonotonicClock clock) {
        this(clock, new ProcessTable());
    }

    private OrphanSweep(MonotonicClock clock, ProcessTable table) {
        this(clock, table, signals(table), GatedStart.bootId());
    }

    OrphanSweep(MonotonicClock clock, ProcessTable table, Signals signals, String bootId) {
        this.clock = clock;
        this.table = table;
        this.signals = signals;
        this.bootId = bootId;
    }

    /**
     * Ends them all, every run by its own ladder and all at the same time. What was recorded in another start of the machine is left alone: its numbers mean
     * others now.
     *
     * @param ceiling after which whoever still lives is killed, whatever its grace
     * @return one answer for each run, in the same order
     */
    public List<SweptRun> sweep(List<Left> left, Duration ceiling) {
        long start = clock.nanos();
        List<Quarry> quarries = left.stream().map(run -> new Quarry(run, signals, start, ceiling)).toList();
        List<Quarry> present = quarries.stream().filter(quarry -> quarry.isOf(bootId)).toList();
        long end = start + ceiling.plus(LAST_GRACE).toNanos();
        boolean interrupted = false;
        for (int quiet = 0; quiet < QUIET_LOOKS && clock.nanos() - end < 0;) {
            quiet = strike(present) ? 0 : quiet + 1;
            interrupted |= !present.isEmpty() && rest();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return quarries.stream().map(Quarry::outcome).toList();
    }

    /** One look at the machine; whether anybody was there. */
    private boolean strike(Collection<Quarry> quarries) {
        if (quarries.isEmpty()) {
            return false;
        }
        List<ProcessStat> living = table.living();
        boolean found = false;
        for (Quarry quarry : quarries) {
            found |= quarry.strike(living, clock.nanos());
        }
        return found;
    }

    private static Signals signals(ProcessTable table) {
        return NativeSupport.obstacle().isEmpty()
                ? new Signaller(new Libc(), table)::send
                : new JdkSignals(table)::send;
    }

    /** Waits a little; whether somebody interrupted that, which must not end the sweep. */
    private static boolean rest() {
        try {
            return new CountDownLatch(1).await(BETWEEN_LOOKS.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            return true;
        }
    }
}
