package io.runwisp.process;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.runwisp.model.RunEnd.Usage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Optional;

/** Collects children that have exited. Belongs to the thread that started them. */
final class Reaper {

    private static final int WNOHANG = 1;
    private static final int SIGNAL_MASK = 0x7f;
    private static final int SIGNAL_BASE = 128;
    private static final long RUSAGE_BYTES = 256;
    private static final long USER_TIME = 0;
    private static final long SYSTEM_TIME = 16;
    private static final long PEAK_MEMORY = 32;
    private static final long NANOS_PER_MICRO = 1000;
    private static final long KIBI = 1024;

    private final Libc libc;
    private final MemorySegment status = Arena.ofAuto().allocate(JAVA_INT);
    private final MemorySegment usage = Arena.ofAuto().allocate(RUSAGE_BYTES, 8);

    /**
     * How a child ended.
     *
     * @param code its exit code; 128 + n when signal n ended it
     * @param signal the signal that ended it, or 0
     */
    record Exit(int code, int signal, Usage usage) {
    }

    Reaper(Libc libc) {
        this.libc = libc;
    }

    /** Collects a child; empty while it lives. */
    Optional<Exit> reap(int pid) {
        int result = libc.wait4(pid, status, WNOHANG, usage);
        if (result == 0 || result == -Libc.EINTR) {
            return Optional.empty();
        }
        Libc.check("the exit of process " + pid + " could not be observed", result);
        int how = status.get(JAVA_INT, 0);
        int signal = how & SIGNAL_MASK;
        int code = signal == 0 ? how >> 8 & 0xff : SIGNAL_BASE + signal;
        return Optional.of(new Exit(code, signal, used()));
    }

    /** Collects dead members of a group that were left to this process because it is the first of its container. */
    void reapAdopted(int group) {
        int result = 1;
        while (result > 0) {
            result = libc.wait4(-group, status, WNOHANG, usage);
        }
    }

    /** Collects a dead child whose end nobody wants to know. */
    void bury(long pid) {
        int _ = libc.wait4((int) pid, status, WNOHANG, usage);
    }

    private Usage used() {
        return new Usage(usage.get(JAVA_LONG, PEAK_MEMORY) * KIBI, time(USER_TIME).plus(time(SYSTEM_TIME)));
    }

    private Duration time(long offset) {
        return Duration.ofSeconds(usage.get(JAVA_LONG, offset),
                usage.get(JAVA_LONG, offset + Long.BYTES) * NANOS_PER_MICRO);
    }
}
