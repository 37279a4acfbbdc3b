package io.runwisp.process;

import io.runwisp.time.MonotonicClock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A loop that also waits for descriptors. */
final class NativeLoop extends EventLoop {

    private final Libc libc;
    private final Poller poller;

    /** A loop, not yet started; see {@link EventLoop}. */
    NativeLoop(String name, MonotonicClock clock, BooleanSupplier more, Consumer<Throwable> trouble) {
        this(name, clock, more, trouble, new Libc());
    }

    private NativeLoop(String name, MonotonicClock clock, BooleanSupplier more, Consumer<Throwable> trouble,
            Libc libc) {
        this(name, clock, more, trouble, libc, new Poller(libc));
    }

    private NativeLoop(String name, MonotonicClock clock, BooleanSupplier more, Consumer<Throwable> trouble, Libc libc,
            Poller poller) {
        super(name, clock, poller, more, trouble);
        this.libc = libc;
        this.poller = poller;
    }

    /** The system calls of this thread. */
    Libc libc() {
        return libc;
    }

    /** Whether a process, a group or a session has this number; this thread only. */
    boolean isKept(int pid) {
        return libc.isKept(pid, poller.descriptor());
    }

    /** Calls back for as long as a descriptor is readable; this thread only. */
    void watch(int fd, Runnable readable) {
        poller.watch(fd, readable);
    }

    /** To be called before a watched descriptor is closed; this thread only. */
    void unwatch(int fd) {
        poller.unwatch(fd);
    }
}
