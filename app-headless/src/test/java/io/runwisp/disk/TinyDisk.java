package io.runwisp.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program on a disk of its own that is very small: a memory file system, mounted where only that program sees it, so that nothing is left behind when it
 * ends. Needs no privileges where the system allows user namespaces; elsewhere it needs root.
 */
public final class TinyDisk {

    /** Who may mount something, in the order in which it is tried. */
    private static final List<List<String>> WAYS = List.of(
            List.of("unshare", "--user", "--map-root-user", "--mount"),
            List.of("unshare", "--mount", "--propagation", "private"));
    private static final String MOUNT = "mount -t tmpfs -o size=\"$1\" runwisp-test \"$2\" && shift 2 && exec \"$@\"";
    private static final int SECONDS = 100;

    private TinyDisk() {
    }

    /**
     * Runs a class of the tests with the directory as its argument, on a disk of this size that is mounted there, and returns the lines that it printed.
     *
     * @param size as {@code mount} takes it, such as {@code 2m}
     */
    public static List<String> run(Class<?> program, Path directory, String size) throws IOException {
        List<String> command = new ArrayList<>(wayToMount(directory));
        command.addAll(List.of("/bin/sh", "-c", MOUNT, "sh", size, directory.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), program.getName(), directory.toString()));
        Outcome outcome = outcome(command);
        if (outcome.code() != 0) {
            throw new AssertionError(program.getSimpleName() + " on a disk of " + size + " ended with "
                    + outcome.code() + ":\n" + outcome.text());
        }
        return outcome.text().lines().toList();
    }

    /** Fills the disk up with one file, down to this many bytes. */
    public static Path fill(Path directory, long left) throws IOException {
        Path filler = directory.resolve("filler");
        Files.write(filler, new byte[(int) Math.max(0, Files.getFileStore(directory).getUsableSpace() - left)]);
        return filler;
    }

    private static List<String> wayToMount(Path directory) throws IOException {
        StringBuilder tried = new StringBuilder();
        for (List<String> way : WAYS) {
            List<String> command = new ArrayList<>(way);
            command.addAll(List.of("/bin/sh", "-c", MOUNT, "sh", "1m", directory.toString(), "true"));
            Outcome outcome = outcome(command);
            if (outcome.code() == 0) {
                return way;
            }
            tried.append("\n  ").append(String.join(" ", way)).append(": ").append(outcome.text().strip());
        }
        throw new AssertionError(
                "this test mounts a small disk, and this machine does not allow it. Missing is one of: "
                        + "user namespaces for everybody (sysctl kernel.unprivileged_userns_clone=1 and, on Ubuntu, "
                        + "kernel.apparmor_restrict_unprivileged_userns=0; in a container, a seccomp profile that lets unshare "
                        + "and mount pass), or root with the capability to mount. The command unshare belongs to util-linux. "
                        + "Tried:" + tried);
    }

    private record Outcome(int code, String text) {
    }

    private static Outcome outcome(List<String> command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return new Outcome(-1, e.toString());
        }
        CompletableFuture<String> text = CompletableFuture.supplyAsync(() -> {
            try {
                return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Outcome(-1, "not over after " + SECONDS + " s: " + text.join());
            }
            return new Outcome(process.exitValue(), text.join());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new AssertionError(e);
        }
    }
}
