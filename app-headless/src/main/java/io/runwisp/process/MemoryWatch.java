package io.runwisp.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Finds out how much memory a process has had at most. What the kernel tells at the exit is never less than what the daemon had when it started the process: a new
 * process shares its memory until it executes its program. So small processes are looked at while they live. Belongs to the spawner thread.
 */
final class MemoryWatch {

    private static final MethodHandle GETRUSAGE = Downcalls.plain("getrusage",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    private static final int SELF = 0;
    private static final long RUSAGE_BYTES = 256;
    private static final long PEAK_MEMORY = 32;
    private static final long KIBI = 1024;
    private static final String PEAK_LINE = "VmHWM:";
    /** A look goes through this many descendants, and no more. */
    private static final int MOST_PROCESSES = 64;

    private final MemorySegment usage = Arena.ofAuto().allocate(RUSAGE_BYTES, 8);

    /** The most that the daemon has had. */
    long ownPeak() {
        try {
            return (int) GETRUSAGE.invokeExact(SELF, usage) == 0 ? usage.get(JAVA_LONG, PEAK_MEMORY) * KIBI : 0;
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    /** The most that one process among this one and its descendants has had so far; 0 when none is there. */
    static long peak(long pid) {
        Deque<Long> waiting = new ArrayDeque<>(List.of(pid));
        long peak = 0;
        for (int looked = 0; looked < MOST_PROCESSES && !waiting.isEmpty(); looked++) {
            long process = waiting.removeFirst();
            peak = Math.max(peak, peakOf(process));
            addChildren(process, waiting);
        }
        return peak;
    }

    private static long peakOf(long pid) {
        for (String line : lines("/proc/" + pid + "/status")) {
            if (line.startsWith(PEAK_LINE)) {
                return Long.parseLong(line.substring(PEAK_LINE.length(), line.length() - "kB".length()).strip()) * KIBI;
            }
        }
        return 0;
    }

    private static void addChildren(long pid, Deque<Long> waiting) {
        for (String line : lines("/proc/" + pid + "/task/" + pid + "/children")) {
            for (String child : line.strip().split(" ", -1)) {
                if (!child.isEmpty()) {
                    waiting.add(Long.valueOf(child));
                }
            }
        }
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return List.of();
        }
    }
}
