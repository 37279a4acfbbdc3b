package io.runwisp.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs on this machine, as {@code /proc} tells it. A process is known by a variable of its environment, which it hands on to whatever it starts. */
final class Processes {

    private static final Path PROC = Path.of("/proc");

    private Processes() {
    }

    /**
     * A living process.
     *
     * @param started in ticks since the start of the machine: tells it from a later one of the same number
     */
    record Found(long pid, long session, long started) {

        /** Whether it leads a session: the script of a run, not what that has started. */
        boolean leads() {
            return pid == session;
        }

        boolean lives() {
            return read(pid).filter(this::equals).isPresent();
        }
    }

    /** All that have this variable with this value. */
    static List<Found> with(String variable, String value) throws IOException {
        String wanted = "\0" + variable + "=" + value + "\0";
        List<Found> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(PROC)) {
            for (Path entry : entries.filter(path -> Character.isDigit(path.getFileName().toString().charAt(0)))
                .toList()) {
                if (environment(entry).contains(wanted)) {
                    read(Long.parseLong(entry.getFileName().toString())).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static String environment(Path process) {
        try {
            return "\0" + Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1) + "\0";
        } catch (IOException e) {
            return "";
        }
    }

    /** The process of this number, unless it is gone or only waits to be reaped. */
    private static Optional<Found> read(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return fields[0].equals("Z") || fields[0].equals("X")
                    ? Optional.empty()
                    : Optional.of(new Found(pid, Long.parseLong(fields[3]), Long.parseLong(fields[19])));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
