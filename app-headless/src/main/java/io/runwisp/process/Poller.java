package io.runwisp.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Waits for descriptors to become readable. Everything but {@link #wake} belongs to one thread. */
final class Poller implements Waiter {

    private static final int EPOLL_CLOEXEC = 0x80000;
    private static final int EVENTFD_FLAGS = 0x80000 | 0x800;
    private static final int CTL_ADD = 1;
    private static final int CTL_DEL = 2;
    private static final int EPOLLIN = 1;
    private static final int MOST_EVENTS = 256;
    /** The structure is packed on x86-64 only. */
    private static final boolean PACKED = System.getProperty("os.arch").equals("amd64");
    private static final long EVENT_BYTES = PACKED ? 12 : 16;
    private static final long DATA_OFFSET = PACKED ? 4 : 8;

    private static final MethodHandle CREATE = Downcalls.withErrno("epoll_create1",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle CTL = Downcalls.withErrno("epoll_ctl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle WAIT = Downcalls.withErrno("epoll_wait",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
    private static final MethodHandle EVENTFD = Downcalls.withErrno("eventfd",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    /** Called by any thread, so it must not need a place for {@code errno}: it fails only when it is awake already. */
    private static final MethodHandle WAKE = Downcalls.plain("write",
            FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));

    private final Libc libc;
    private final MemorySegment errno = Arena.ofAuto().allocate(JAVA_INT);
    private final MemorySegment event = Arena.ofAuto().allocate(EVENT_BYTES, 8);
    private final MemorySegment events = Arena.ofAuto().allocate(EVENT_BYTES * MOST_EVENTS, 8);
    private final MemorySegment counter = Arena.ofAuto().allocate(JAVA_LONG);
    private final MemorySegment one = Arena.ofAuto().allocateFrom(JAVA_LONG, 1);
    private final Map<Integer, Runnable> watched = new HashMap<>();
    private final int epoll;
    private final int wakeUp;

    Poller(Libc libc) {
        this.libc = libc;
        try {
            epoll = Libc.check("epoll is not available", error((int) CREATE.invokeExact(errno, EPOLL_CLOEXEC)));
            wakeUp = Libc.check("eventfd is not available",
                    error((int) EVENTFD.invokeExact(errno, 0, EVENTFD_FLAGS)));
        } catch (Libc.Failure e) {
            throw e;
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
        watch(wakeUp, () -> libc.read(wakeUp, counter));
    }

    /** A descriptor that is always open and sends no signals. */
    int descriptor() {
        return wakeUp;
    }

    /** Calls back, within {@link #await}, for as long as there is something to read or an end. */
    void watch(int fd, Runnable readable) {
        event.set(JAVA_INT_UNALIGNED, 0, EPOLLIN);
        event.set(JAVA_INT_UNALIGNED, DATA_OFFSET, fd);
        Libc.check("a descriptor could not be watched", control(CTL_ADD, fd));
        watched.put(fd, readable);
    }

    /** To be called before the descriptor is closed. */
    void unwatch(int fd) {
        if (watched.remove(fd) != null) {
            control(CTL_DEL, fd);
        }
    }

    @Override
    public List<Runnable> await(int millis) {
        int count;
        try {
            count = error((int) WAIT.invokeExact(errno, epoll, events, MOST_EVENTS, millis));
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
        if (count != -Libc.EINTR) {
            Libc.check("waiting for descriptors failed", count);
        }
        List<Runnable> ready = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int fd = events.get(JAVA_INT_UNALIGNED, i * EVENT_BYTES + DATA_OFFSET);
            // What one callback closes, the next must not read.
            ready.add(() -> watched.getOrDefault(fd, () -> {
            }).run());
        }
        return ready;
    }

    @Override
    public void wake() {
        try {
            long _ = (long) WAKE.invokeExact(wakeUp, one, JAVA_LONG.byteSize());
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    @Override
    public void close() {
        libc.close(epoll);
        libc.close(wakeUp);
    }

    private int control(int operation, int fd) {
        try {
            return error((int) CTL.invokeExact(errno, epoll, operation, fd, event));
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    private int error(int returned) {
        return returned >= 0 ? returned : -errno.get(JAVA_INT, 0);
    }
}
