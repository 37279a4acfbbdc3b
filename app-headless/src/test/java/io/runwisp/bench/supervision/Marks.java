package io.runwisp.bench.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The file in which children write down what they do, each line appended with one write. */
record Marks(Path file) {

    /**
     * A line.
     *
     * @param micros when, in microseconds since 1970
     * @param pid who
     */
    record Mark(long micros, long pid) {

        LinuxProcess process() {
            return new LinuxProcess(pid);
        }

        private static Mark of(String line) {
            int space = line.indexOf(' ');
            // Between seconds and microseconds bash puts the point of its locale.
            String micros = line.substring(0, space).replaceFirst("[.,]", "");
            return new Mark(Long.parseLong(micros), Long.parseLong(line.substring(space + 1)));
        }
    }

    /** A command of bash that appends a line. */
    String command() {
        return "echo \"$EPOCHREALTIME $$\" >>'" + file + "'";
    }

    List<Mark> all() {
        try {
            return Files.exists(file) ? Files.readAllLines(file).stream().map(Mark::of).toList() : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All lines, once there are so many. */
    List<Mark> await(int count, Duration atMost) {
        Wait.until(count + " lines in " + file.getFileName(), atMost, () -> all().size() >= count);
        return all();
    }

    /** Now, in the time of a mark. */
    static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
