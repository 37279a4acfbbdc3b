package io.runwisp.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** What tells this machine from others; it is read when it is asked for. */
public final class MachineId implements Supplier<String> {

    private static final List<Path> FILES = List.of(Path.of("/etc/machine-id"), Path.of("/var/lib/dbus/machine-id"));
    private static final int LONGEST = 256;
    /** What systemd writes into an image that was not started yet. */
    private static final String NOT_YET = "uninitialized";

    private final List<Path> files;
    private final Supplier<String> hostName;

    /** The id of this machine; its name where it has none. */
    public MachineId(Supplier<String> hostName) {
        this(FILES, hostName);
    }

    MachineId(List<Path> files, Supplier<String> hostName) {
        this.files = List.copyOf(files);
        this.hostName = hostName;
    }

    @Override
    public String get() {
        for (Path file : files) {
            String text = read(file);
            if (!text.isEmpty() && !text.equals(NOT_YET)) {
                return text;
            }
        }
        return hostName.get();
    }

    private static String read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
        } catch (IOException _) {
            // Many machines have only one of the files, and some have none.
            return "";
        }
    }
}
