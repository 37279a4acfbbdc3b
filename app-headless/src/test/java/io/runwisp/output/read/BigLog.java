package io.runwisp.output.read;

import io.runwisp.output.format.LogFiles;
import io.runwisp.output.format.LogMeta;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Random;

/** A log of a size that matters, of lines as a web server writes them; the last one is unlike all others. */
public final class BigLog {

    /** Stands in the last line only. */
    public static final String NEEDLE = "ZEBRA-4711";

    /** The time of the first line. */
    public static final long START = 1_795_176_000_000L;

    private BigLog() {
    }

    /** Writes a log that has ended and returns its number of lines. */
    public static long write(LogFiles files, long bytes) throws IOException {
        Random random = new Random(1);
        long lines = 0;
        long offset = 0;
        try (OutputStream text = stream(files.log());
                OutputStream index = stream(files.index());
                OutputStream times = stream(files.timeIndex())) {
            while (offset < bytes) {
                if (lines % 1024 == 0) {
                    index.write(little(8).putLong(offset).array());
                    times.write(little(12).putInt((int) lines).putLong(START + lines).array());
                }
                byte[] line = line(random, lines, offset + 120 >= bytes).getBytes(StandardCharsets.UTF_8);
                text.write(line);
                offset += line.length;
                lines++;
            }
            times.write(little(12).putInt((int) lines).putLong(START + lines).array());
        }
        Files.writeString(files.meta(), new LogMeta(0, 0, OptionalLong.empty(), OptionalLong.of(lines), true).json());
        return lines;
    }

    private static String line(Random random, long number, boolean last) {
        return "2026-11-20 12:00:00.123 INFO  [worker-" + random.nextInt(16) + "] request " + number
                + " served path=/api/v1/items/" + random.nextInt(100_000) + " status=" + (200 + random.nextInt(5))
                + " took=" + random.nextInt(2000) + "ms" + (last ? " " + NEEDLE + " größe\n" : "\n");
    }

    private static OutputStream stream(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
