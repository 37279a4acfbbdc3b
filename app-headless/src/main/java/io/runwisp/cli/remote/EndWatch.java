package io.runwisp.cli.remote;

import io.runwisp.client.ApiFailure;
import io.runwisp.client.DaemonApi;
import io.runwisp.client.DaemonEvent;
import io.runwisp.client.StreamListener;
import io.runwisp.client.Subscription;
import io.runwisp.wire.run.Run;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Waits for the end of a run: listens first, then looks, and looks again whenever something may have changed. */
final class EndWatch implements StreamListener<DaemonEvent> {

    private final DaemonApi daemon;
    private final String id;
    private final Semaphore look = new Semaphore(1);
    private volatile boolean over;
    private volatile @Nullable ApiFailure failure;

    EndWatch(DaemonApi daemon, String id) {
        this.daemon = daemon;
        this.id = id;
    }

    /** The run as it ended. */
    Run await() {
        try (Subscription _ = daemon.events(null, this)) {
            while (true) {
                look.acquireUninterruptibly();
                look.drainPermits();
                Run run = daemon.run(id);
                if (run.endReason() != null) {
                    return run;
                }
                ApiFailure why = failure;
                if (why != null) {
                    throw why;
                }
                if (over) {
                    return run;
                }
            }
        }
    }

    @Override
    public void next(DaemonEvent event) {
        boolean ours = switch (event) {
            case DaemonEvent.RunChanged changed -> changed.event().run().id().equals(id);
            case DaemonEvent.EventsLost _,DaemonEvent.RunGone _ -> true;
            default -> false;
        };
        if (ours) {
            look.release();
        }
    }

    @Override
    public void resumed() {
        look.release();
    }

    @Override
    public void ended(@Nullable ApiFailure why) {
        failure = why;
        over = true;
        look.release();
    }
}
