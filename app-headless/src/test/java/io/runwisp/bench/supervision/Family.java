package io.runwisp.bench.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All processes that a bench started, and those that they started: they inherit one variable. Ends with the bench, at the latest with this program,
 * also when that is interrupted.
 */
final class Family implements AutoCloseable {

    private static final String VARIABLE = "SUPERVISION_BENCH";
    private static final int EMPTY_LOOKS = 3;
    private static final Duration END = Duration.ofSeconds(20);

    private final String mark = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
    private final Thread hook = new Thread(this::end, "end-of-family");
    private final List<Path> removedAtTheEnd = new ArrayList<>();

    Family() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts a program; what it prints goes to a file that has its name. */
    Process start(Path place, Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(place.toFile()).redirectErrorStream(true);
        builder.environment().put(VARIABLE, mark);
        builder.environment().putAll(environment);
        String name = Path.of(command.getFirst()).getFileName().toString();
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(place.resolve(name + ".out").toFile()));
        return builder.start();
    }

    /** A directory with a short name, for sockets whose path may have 107 characters. */
    Path shortDirectory() throws IOException {
        Path directory = Files.createTempDirectory("bench");
        removedAtTheEnd.add(directory);
        return directory;
    }

    /** Those that live. */
    List<LinuxProcess> members() {
        byte[] wanted = (VARIABLE + "=" + mark + "\0").getBytes(StandardCharsets.UTF_8);
        String needle = new String(wanted, StandardCharsets.ISO_8859_1);
        return ProcessHandle.allProcesses()
            .map(process -> new LinuxProcess(process.pid()))
            .filter(process -> environment(process).contains(needle) && process.isAlive())
            .toList();
    }

    /** Kills them until there is none. */
    void end() {
        // One that is being executed has no environment for a moment, so one empty look proves nothing.
        int[] emptyLooks = {0};
        Wait.until("all processes of the bench are gone", END, () -> {
            List<LinuxProcess> left = members();
            left.forEach(LinuxProcess::kill);
            emptyLooks[0] = left.isEmpty() ? emptyLooks[0] + 1 : 0;
            return emptyLooks[0] >= EMPTY_LOOKS;
        });
        removedAtTheEnd.forEach(Family::remove);
        removedAtTheEnd.clear();
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private static String environment(LinuxProcess process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "environ"),
                    StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static void remove(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
