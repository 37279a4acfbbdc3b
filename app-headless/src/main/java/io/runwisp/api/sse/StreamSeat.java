package io.runwisp.api.sse;

import io.runwisp.time.MonotonicClock;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The place of one open stream in the {@link StreamRoom}. Its thread is the one of the request; others tell it to end or cut it off. */
public final class StreamSeat implements AutoCloseable {

    private final StreamRoom room;
    private final InetAddress address;
    private final MonotonicClock clock;
    private final Thread thread = Thread.currentThread();
    private volatile boolean ending;
    private volatile boolean asked;
    private volatile Runnable wake = () -> {
    };
    /** Guarded by this: the thread is interrupted only while it writes, so that the next request of its connection never is. */
    private @Nullable Long writingSince;
    private boolean cut;

    StreamSeat(StreamRoom room, InetAddress address, MonotonicClock clock) {
        this.room = room;
        this.address = address;
        this.clock = clock;
    }

    InetAddress address() {
        return address;
    }

    /** Something that waits for whoever reads at the other end. */
    interface Writing {
        void run() throws IOException;
    }

    /** Writes, and may be cut off meanwhile. */
    void writing(Writing what) throws IOException {
        synchronized (this) {
            writingSince = clock.nanos();
        }
        try {
            what.run();
        } finally {
            synchronized (this) {
                writingSince = null;
                if (cut) {
                    var _ = Thread.interrupted();
                }
            }
        }
    }

    /** Whether it is to end. */
    boolean isEnding() {
        return ending;
    }

    /** From now on this is called when it is to end. */
    void wakeBy(Runnable waker) {
        wake = waker;
    }

    /** Has it give a sign of life: that is how it finds out that its client has gone. */
    void ask() {
        asked = true;
        wake.run();
    }

    /** Whether somebody has asked since this was called last. Its own thread. */
    boolean takeAsked() {
        boolean before = asked;
        asked = false;
        return before;
    }

    /** Tells it to end when it can. */
    void end() {
        ending = true;
        wake.run();
    }

    /** Ends it even though nobody reads, if it has been writing for so long; on an interrupt the connection of a virtual thread is closed. */
    synchronized void cutIfWritingFor(Duration longest) {
        if (writingSince != null && clock.nanos() - writingSince >= longest.toNanos()) {
            cut = true;
            ending = true;
            thread.interrupt();
        }
    }

    /** Leaves the room. */
    @Override
    public void close() {
        room.leave(this);
    }
}
