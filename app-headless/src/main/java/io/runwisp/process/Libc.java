package io.runwisp.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The system calls that processes and pipes need. What fails gives a negative number, {@code errno} with its sign turned. An instance belongs to one thread.
 */
final class Libc {

    static final int ESRCH = 3;
    static final int EINTR = 4;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int ENOENT = 2;
    static final int ENOTDIR = 20;

    private static final int O_CLOEXEC = 0x80000;
    private static final int O_NONBLOCK = 0x800;
    private static final int F_SETFD = 2;
    private static final int F_SETFL = 4;
    private static final int F_SETOWN_EX = 15;
    private static final int F_OWNER_PID = 1;
    private static final int F_SETPIPE_SZ = 1031;
    private static final int F_DUPFD_CLOEXEC = 1030;
    private static final int FD_CLOEXEC = 1;
    private static final int FIRST_FREE_FD = 3;
    private static final int X_OK = 1;
    /** The same numbers on every architecture, as all system calls since Linux 5.0. */
    private static final long SYS_PIDFD_SEND_SIGNAL = 424;
    private static final long SYS_PIDFD_OPEN = 434;

    private static final FunctionDescriptor INT_OF_INT = FunctionDescriptor.of(JAVA_INT, JAVA_INT);
    private static final FunctionDescriptor TRANSFER = FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);

    private static final MethodHandle PIPE2 = Downcalls.withErrno("pipe2",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle READ = Downcalls.withErrno("read", TRANSFER);
    private static final MethodHandle WRITE = Downcalls.withErrno("write", TRANSFER);
    private static final MethodHandle CLOSE = Downcalls.withErrno("close", INT_OF_INT);
    private static final MethodHandle FCNTL = Downcalls.withErrno("fcntl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle FCNTL_POINTER = Downcalls.withErrno("fcntl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle KILL = Downcalls.withErrno("kill",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle WAIT4 = Downcalls.withErrno("wait4",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS));
    private static final MethodHandle ACCESS = Downcalls.withErrno("access",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle PIDFD_OPEN = Downcalls.withErrno("syscall",
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG), Linker.Option.firstVariadicArg(1));
    private static final MethodHandle PIDFD_SEND_SIGNAL = Downcalls.withErrno("syscall",
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
            Linker.Option.firstVariadicArg(1));
    private static final MethodHandle GETEUID = Downcalls.plain("geteuid", FunctionDescriptor.of(JAVA_INT));
    private static final MethodHandle STRERROR = Downcalls.plain("strerror",
            FunctionDescriptor.of(ADDRESS, JAVA_INT));

    private static final long LONGEST_MESSAGE = 1024;

    private final MemorySegment errno = Arena.ofAuto().allocate(JAVA_INT);
    private final MemorySegment pair = Arena.ofAuto().allocate(JAVA_INT, 2);

    /**
     * A pipe whose both ends are closed in every program that is started.
     *
     * @param out the end to read from; non-blocking reads give {@link #EAGAIN}
     * @param in the end to write to
     */
    record Pipe(int out, int in) {
    }

    /** Makes a pipe, its ends above the three standard descriptors; throws {@link Failure} when there is none left. */
    Pipe pipe() {
        try {
            check("a pipe could not be made", result((int) PIPE2.invokeExact(errno, pair, O_CLOEXEC)));
        } catch (Failure e) {
            throw e;
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
        int out = pair.getAtIndex(JAVA_INT, 0);
        int in = pair.getAtIndex(JAVA_INT, 1);
        return new Pipe(aboveStandard(out), aboveStandard(in));
    }

    /** Reads and writes never wait. */
    void doNotBlock(int fd) {
        fcntl(fd, F_SETFL, O_NONBLOCK);
    }

    /** Closed in every program that is started. */
    void closeOnExec(int fd) {
        fcntl(fd, F_SETFD, FD_CLOEXEC);
    }

    /** Lets a pipe hold more; whether the kernel agreed. */
    boolean widen(int pipe, int bytes) {
        return fcntl(pipe, F_SETPIPE_SZ, bytes) >= 0;
    }

    /**
     * Whether a number is kept for a process, a group or a session. The kernel looks a number up before it makes it the owner of a descriptor, and finds it also
     * when its process is gone and only members of its session are left.
     *
     * @param fd any descriptor that sends no signals; it has no owner afterwards
     */
    boolean isKept(int pid, int fd) {
        pair.setAtIndex(JAVA_INT, 0, F_OWNER_PID);
        pair.setAtIndex(JAVA_INT, 1, pid);
        int result = fcntl(fd, F_SETOWN_EX, pair);
        if (result == 0) {
            pair.setAtIndex(JAVA_INT, 1, 0);
            fcntl(fd, F_SETOWN_EX, pair);
        }
        return result != -ESRCH;
    }

    long read(int fd, MemorySegment into) {
        try {
            return result((long) READ.invokeExact(errno, fd, into, into.byteSize()));
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    long write(int fd, MemorySegment from) {
        try {
            return result((long) WRITE.invokeExact(errno, fd, from, from.byteSize()));
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    int close(int fd) {
        try {
            return result((int) CLOSE.invokeExact(errno, fd));
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    int kill(int pid, int signal) {
        try {
            return result((int) KILL.invokeExact(errno, pid, signal));
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    int wait4(int pid, MemorySegment status, int options, MemorySegment usage) {
        try {
            return result((int) WAIT4.invokeExact(errno, pid, status, options, usage));
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    /** A descriptor that stands for a process and becomes readable when that exits. */
    int pidfdOpen(int pid) {
        try {
            return (int) result((long) PIDFD_OPEN.invokeExact(errno, SYS_PIDFD_OPEN, (long) pid, 0L));
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    int pidfdSendSignal(int pidfd, int signal) {
        try {
            return (int) result((long) PIDFD_SEND_SIGNAL.invokeExact(errno, SYS_PIDFD_SEND_SIGNAL, (long) pidfd,
                    (long) signal, 0L, 0L));
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    /** Whether a path can be executed or, for a directory, entered: 0, or what the system says. */
    int executable(String path) {
        try (Arena arena = Arena.ofConfined()) {
            return result((int) ACCESS.invokeExact(errno, arena.allocateFrom(path), X_OK));
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    int effectiveUser() {
        try {
            return (int) GETEUID.invokeExact();
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    /** What the system calls an error. */
    static String message(int errno) {
        try {
            return Downcalls.text((MemorySegment) STRERROR.invokeExact(errno), LONGEST_MESSAGE);
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    /** Gives the result back; throws when it is an error. */
    static int check(String what, int result) {
        if (result < 0) {
            throw new Failure(what, -result);
        }
        return result;
    }

    /** The system refused something. */
    static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1;

        Failure(String what, int errno) {
            super(what + ": " + message(errno));
        }
    }

    /** A daemon that was started without standard descriptors would get their numbers for its pipes. */
    private int aboveStandard(int fd) {
        if (fd >= FIRST_FREE_FD) {
            return fd;
        }
        int moved = check("a pipe could not be made", fcntl(fd, F_DUPFD_CLOEXEC, FIRST_FREE_FD));
        close(fd);
        return moved;
    }

    private int fcntl(int fd, int command, int argument) {
        try {
            return result((int) FCNTL.invokeExact(errno, fd, command, argument));
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    private int fcntl(int fd, int command, MemorySegment argument) {
        try {
            return result((int) FCNTL_POINTER.invokeExact(errno, fd, command, argument));
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    private int result(int returned) {
        return returned >= 0 ? returned : -errno.get(JAVA_INT, 0);
    }

    private long result(long returned) {
        return returned >= 0 ? returned : -errno.get(JAVA_INT, 0);
    }
}
