package io.runwisp.daemon.life;

import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.retention.RetentionWork;
import io.runwisp.retention.Sweep;
import java.util.Locale;

/** The thread of retention. It begins with what was deleted in the last life of the daemon. */
final class RetentionThread {

    private final RetentionWork work;
    private final DaemonLog log;

    RetentionThread(RetentionWork work, DaemonLog log) {
        this.work = work;
        this.log = log;
    }

    void start() {
        Thread.ofPlatform().name("runwisp-retention").daemon().start(this::run);
    }

    private void run() {
        while (true) {
            try {
                work.turn(this::tell);
                work.await();
            } catch (InterruptedException e) {
                // Nobody interrupts it to end it: it ends with the program.
                log.warn("the thread of retention was interrupted, and goes on");
            } catch (RuntimeException | Error fault) {
                log.error("the sweep of old runs ran into a fault and is tried again at the next one: " + fault);
                awaitNext();
            }
        }
    }

    private void awaitNext() {
        try {
            work.await();
        } catch (InterruptedException e) {
            log.warn("the thread of retention was interrupted, and goes on");
        }
    }

    private void tell(Sweep swept) {
        if (!swept.removed().isEmpty()) {
            log.info(String.format(Locale.ROOT, "retention removed %d runs and freed %.1f MB", swept.removed().size(),
                    swept.freedBytes() / 1e6));
        }
        swept.notices().forEach(log::warn);
    }
}
