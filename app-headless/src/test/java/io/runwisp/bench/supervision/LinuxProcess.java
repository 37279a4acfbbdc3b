package io.runwisp.bench.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of this machine as the kernel shows it. */
record LinuxProcess(long pid) {

    private static final int STATE = 0;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final int MILLIS_PER_TICK = 10;

    /** Whether it runs; one that has ended and was not reaped does not. */
    boolean isAlive() {
        return stat().map(fields -> !"ZX".contains(fields[STATE])).orElse(false);
    }

    /** The processor time that it took itself, without its children. */
    long cpuMillis() {
        return stat()
            .map(fields -> (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]))
                    * MILLIS_PER_TICK)
            .orElse(0L);
    }

    int threads() {
        return (int) number("status", "Threads");
    }

    Memory memory() {
        return new Memory(number("smaps_rollup", "Rss"), number("smaps_rollup", "Pss"),
                number("smaps_rollup", "Anonymous"));
    }

    /** Resident memory in KiB; cheaper than {@link #memory()}. */
    long residentKib() {
        return number("status", "VmRSS");
    }

    /** Memory in KiB: resident, the fair share of it, and what cannot be dropped. */
    record Memory(long resident, long share, long anonymous) {
    }

    void terminate() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
    }

    void kill() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private Optional<String[]> stat() {
        return read("stat").map(text -> text.substring(text.lastIndexOf(')') + 2).split(" "));
    }

    private long number(String file, String key) {
        Matcher line = Pattern.compile("^" + key + ":\\s+(\\d+)", Pattern.MULTILINE).matcher(read(file).orElse(""));
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }

    private Optional<String> read(String file) {
        try {
            return Optional.of(Files.readString(Path.of("/proc", Long.toString(pid), file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
