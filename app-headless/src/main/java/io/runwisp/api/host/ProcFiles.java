package io.runwisp.api.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Reads the counters of Linux. Where there are none, all are 0. */
public final class ProcFiles implements Supplier<HostReading> {

    /** What is wanted stands at the beginning; {@code /proc/stat} as a whole is long on a large machine. */
    private static final int ENOUGH = 2048;
    private static final int COUNTED = 8;
    private static final int IDLE = 3;
    private static final int WAITING = 4;

    private final Path stat;
    private final Path memory;

    /** The counters of this machine. */
    public ProcFiles() {
        this(Path.of("/proc"));
    }

    ProcFiles(Path proc) {
        stat = proc.resolve("stat");
        memory = proc.resolve("meminfo");
    }

    @Override
    public HostReading get() {
        String cpu = beginning(stat);
        long[] ticks = ticks(cpu);
        long all = 0;
        for (long each : ticks) {
            all += each;
        }
        String lines = beginning(memory);
        long total = kilobytes(lines, "MemTotal:");
        return new HostReading(all - ticks[IDLE] - ticks[WAITING], all,
                1024 * (total - kilobytes(lines, "MemAvailable:")), 1024 * total);
    }

    /** The times of user, nice, system, idle, iowait, irq, softirq and steal; those of guests are in the first two already. */
    private static long[] ticks(String text) {
        long[] ticks = new long[COUNTED];
        if (text.startsWith("cpu ")) {
            String[] words = text.substring(0, text.indexOf('\n')).strip().split(" +", -1);
            for (int i = 0; i < COUNTED && i + 1 < words.length; i++) {
                ticks[i] = number(words[i + 1]);
            }
        }
        return ticks;
    }

    static long kilobytes(String lines, String name) {
        int at = lines.indexOf(name);
        if (at < 0) {
            return 0;
        }
        int end = lines.indexOf('\n', at);
        return number(lines.substring(at + name.length(), end < 0 ? lines.length() : end).replace("kB", "").strip());
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    static String beginning(Path file) {
        ByteBuffer bytes = ByteBuffer.allocate(ENOUGH);
        try (FileChannel channel = FileChannel.open(file)) {
            while (bytes.hasRemaining() && channel.read(bytes) > 0) {
                // A read of such a file may end early.
            }
            return StandardCharsets.US_ASCII.decode(bytes.flip()).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
