package io.runwisp.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** The configuration that {@code init} writes: a resource beside this class, valid as it is. */
final class StarterConfig {

    private static final String RESOURCE = "starter.toml";
    private static final Set<PosixFilePermission> MODE = PosixFilePermissions.fromString("rw-r--r--");

    private StarterConfig() {
    }

    /**
     * Writes it with mode 0644, whatever the umask.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is a file and it must not be replaced
     */
    static void write(Path file, boolean replace) throws IOException {
        Set<OpenOption> options = replace
                ? Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)
                : Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        byte[] text = text();
        try (FileChannel channel = FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(MODE));
                OutputStream stream = Channels.newOutputStream(channel)) {
            Files.setPosixFilePermissions(file, MODE);
            stream.write(text);
        }
    }

    /** The text in UTF-8. */
    static byte[] text() throws IOException {
        try (InputStream stream = StarterConfig.class.getResourceAsStream(RESOURCE)) {
            return Objects.requireNonNull(stream, RESOURCE).readAllBytes();
        }
    }
}
