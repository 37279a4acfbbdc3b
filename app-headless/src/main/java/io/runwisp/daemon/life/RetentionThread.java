package io.runwisp.daemon.life;

import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.retention.Policies;
import io.runwisp.retention.Sweep;
import io.runwisp.retention.Sweeper;
import io.runwisp.time.WallClock;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/** Sweeps when it is asked to, on a thread of its own: once more than one sweep is wanted while it works, it sweeps once more. */
final class RetentionThread {

    private final Sweeper sweeper;
    private volatile Policies policies;
    private final WallClock clock;
    private final DaemonLog log;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread;

    RetentionThread(Sweeper sweeper, Policies policies, WallClock clock, DaemonLog log) {
        this.sweeper = sweeper;
        this.policies = policies;
        this.clock = clock;
        this.log = log;
        this.thread = Thread.ofPlatform().name("runwisp-retention").daemon().unstarted(this::run);
    }

    /** Begins with what was deleted in the last life of the daemon. */
    void start() {
        thread.start();
    }

    /** Wants a sweep; never waits. */
    void sweep() {
        wanted.release();
    }

    /** From the next sweep on these hold. */
    void policies(Policies other) {
        policies = other;
    }

    private void run() {
        tell(() -> sweeper.purgeLeftovers(clock.now()));
        while (true) {
            wanted.acquireUninterruptibly();
            wanted.drainPermits();
            tell(() -> sweeper.sweep(clock.now(), policies));
        }
    }

    private interface Work {

        Sweep sweep();
    }

    private void tell(Work work) {
        try {
            Sweep swept = work.sweep();
            if (!swept.removed().isEmpty()) {
                log.info(String.format(Locale.ROOT, "retention removed %d runs and freed %.1f MB",
                        swept.removed().size(), swept.freedBytes() / 1e6));
            }
            swept.notices().forEach(log::warn);
        } catch (RuntimeException | Error fault) {
            log.error("the sweep of old runs ran into a fault and is tried again at the next one: " + fault);
        }
    }
}
