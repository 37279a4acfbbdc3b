package io.runwisp.auth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The file {@code password} in the data directory: one line, readable by its owner alone.
 *
 * <p>Two processes may do this at once: a lock on the file decides who writes, the other finds a password that is kept.
 */
public final class PasswordFile {

    private static final Set<PosixFilePermission> DIRECTORY_MODE = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE_MODE = PosixFilePermissions.fromString("rw-------");
    private static final Set<OpenOption> OPEN = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ,
            StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private final Path directory;
    private final Path file;

    /** The password file of a data directory, which need not exist yet. */
    public PasswordFile(Path dataDirectory) {
        directory = dataDirectory;
        file = dataDirectory.resolve("password");
    }

    /** What became of the attempt to write a new password. */
    public sealed interface Outcome {
    }

    /** There was none: this one was written. */
    public record Written(NewPassword password) implements Outcome {
    }

    /** There is one already; it was not touched and not read out. */
    public record Kept() implements Outcome {
    }

    /** Something else bears its name, a symbolic link perhaps: it was not followed and nothing was written. */
    public record Foreign(Path file) implements Outcome {
    }

    /**
     * Writes a new password unless there is one already. The directory is made, with its parents, when it is missing.
     *
     * @throws IOException when the file system refuses
     */
    public Outcome writeUnlessPresent(RandomGenerator chance) throws IOException {
        createDirectories(directory.toAbsolutePath());
        return isForeign() ? new Foreign(file) : writeLocked(chance);
    }

    private Outcome writeLocked(RandomGenerator chance) throws IOException {
        FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(FILE_MODE);
        try (FileChannel channel = FileChannel.open(file, OPEN, mode)) {
            channel.lock();
            if (holdsPassword(channel)) {
                return new Kept();
            }
            // The mode given at creation passes through the umask, and an empty file may have been there before.
            setMode(file, FILE_MODE);
            NewPassword password = NewPassword.from(chance);
            channel.truncate(0);
            ByteBuffer line = StandardCharsets.US_ASCII.encode(password.text() + "\n");
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
            return new Written(password);
        }
    }

    /** A file of blanks holds none: what an interrupted first start leaves behind. */
    private static boolean holdsPassword(FileChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(256);
        while (start.hasRemaining() && channel.read(start) >= 0) {
            // Reads on until the buffer is full or the file ends.
        }
        channel.position(0);
        for (int i = 0; i < start.position(); i++) {
            if (!Character.isWhitespace(start.get(i))) {
                return true;
            }
        }
        return start.position() == start.capacity();
    }

    private boolean isForeign() throws IOException {
        try {
            return !Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isRegularFile();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Makes the directory and each missing parent with the explicit mode; those that exist keep theirs. */
    private static void createDirectories(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Path parent = path.getParent();
        if (parent != null) {
            createDirectories(parent);
        }
        try {
            Files.createDirectory(path, PosixFilePermissions.asFileAttribute(DIRECTORY_MODE));
            setMode(path, DIRECTORY_MODE);
        } catch (FileAlreadyExistsException e) {
            // Another start may have been faster; anything but a directory is a fault.
            if (!Files.isDirectory(path)) {
                throw new NotDirectoryException(path.toString());
            }
        }
    }

    private static void setMode(Path path, Set<PosixFilePermission> mode) throws IOException {
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS).setPermissions(mode);
    }
}
