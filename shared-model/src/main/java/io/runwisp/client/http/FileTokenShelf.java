package io.runwisp.client.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tokens in a folder of the user, one file for each daemon, readable by the user alone. A file that others could read is not believed. A folder that cannot be
 * written costs a login for each call and nothing else.
 */
public final class FileTokenShelf implements TokenShelf {

    private static final Set<PosixFilePermission> OWN_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWN_FOLDER = PosixFilePermissions.fromString("rwx------");
    /** Tokens have some 200 characters. */
    private static final int LONGEST = 4096;

    private final Path folder;

    /** A shelf in a folder that may not exist yet. */
    public FileTokenShelf(Path folder) {
        this.folder = folder;
    }

    @Override
    public @Nullable String take(DaemonAddress daemon) {
        Path file = file(daemon);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST
                    || !Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS).equals(OWN_FILE)) {
                return null;
            }
            String token = Files.readString(file, StandardCharsets.UTF_8).strip();
            return token.isEmpty() ? null : token;
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void keep(DaemonAddress daemon, String token) {
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWN_FOLDER));
            }
            Path fresh = Files.createTempFile(folder, "token", null, PosixFilePermissions.asFileAttribute(OWN_FILE));
            try {
                Files.writeString(fresh, token + "\n", StandardCharsets.UTF_8);
                Files.move(fresh, file(daemon), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            // The next call logs in again.
        }
    }

    private Path file(DaemonAddress daemon) {
        return folder.resolve(daemon.toString().replaceAll("[^A-Za-z0-9.-]", "_") + ".token");
    }
}
