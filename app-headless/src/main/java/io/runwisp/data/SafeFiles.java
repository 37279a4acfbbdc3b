package io.runwisp.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * Makes, reads and replaces files whose modes and places matter: modes hold whatever the umask, symbolic links are not
 * followed. Every method throws {@link IOException} when the file system refuses.
 *
 * <p>Nothing here may touch {@code daemon.pid} while this process holds its lock, nor {@code runwisp.db} while the
 * database is open: closing a file drops every POSIX lock that the process has on it.
 */
public final class SafeFiles {

    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> WRITE = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private SafeFiles() {
    }

    /** What bears a name. */
    public enum Standing {
        ABSENT, FILE, DIRECTORY, LINK, OTHER
    }

    /** What bears this name; a symbolic link is one, wherever it leads. */
    public static Standing standing(Path path) throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            if (found.isRegularFile()) {
                return Standing.FILE;
            }
            if (found.isDirectory()) {
                return Standing.DIRECTORY;
            }
            return found.isSymbolicLink() ? Standing.LINK : Standing.OTHER;
        } catch (NoSuchFileException e) {
            return Standing.ABSENT;
        }
    }

    /** Makes the directory and each missing parent, for their owner alone; those that exist keep their modes. */
    public static void createDirectories(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            createDirectories(parent);
        }
        try {
            Files.createDirectory(path, FileMode.DIRECTORY.attribute());
            setMode(path, FileMode.DIRECTORY);
        } catch (FileAlreadyExistsException e) {
            // Another start may have been faster; anything but a directory is a fault.
            if (!Files.isDirectory(path)) {
                throw notADirectory(path, e);
            }
        }
    }

    /**
     * Makes one directory for its owner alone; one that is there keeps its mode, and a link to one is a fault.
     *
     * @throws NoSuchFileException when it has no parent, or somebody has removed it in the same moment
     */
    public static void createDirectory(Path path) throws IOException {
        try {
            Files.createDirectory(path, FileMode.DIRECTORY.attribute());
            setMode(path, FileMode.DIRECTORY);
        } catch (FileAlreadyExistsException e) {
            switch (standing(path)) {
                case DIRECTORY -> {
                    // It was there.
                }
                case ABSENT -> throw new NoSuchFileException(path.toString());
                case FILE, LINK, OTHER -> throw notADirectory(path, e);
            }
        }
    }

    /** Makes an empty file; false when something bears its name already, which is left as it is. */
    public static boolean createFile(Path file, FileMode mode) throws IOException {
        try {
            create(file, mode).close();
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        }
    }

    /**
     * Makes a file and opens it for writing.
     *
     * @throws FileAlreadyExistsException when something bears its name already, which is left as it is
     */
    public static FileChannel create(Path file, FileMode mode) throws IOException {
        FileChannel channel = FileChannel.open(file, NEW, mode.attribute());
        try {
            setMode(file, mode);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Takes away what the mode does not allow; true when there was something to take. */
    static boolean tighten(Path path, FileMode mode) throws IOException {
        Set<PosixFilePermission> left = mode.within(permissions(path));
        return setPermissions(path, left);
    }

    /** Gives what is there exactly this mode; true when it had another. */
    public static boolean setMode(Path path, FileMode mode) throws IOException {
        return setPermissions(path, mode.permissions());
    }

    /** Opens a file that exists for reading and writing. */
    public static FileChannel openForWriting(Path file) throws IOException {
        return FileChannel.open(file, WRITE);
    }

    /**
     * The content of a small file.
     *
     * @throws IOException when it is longer than the limit, too
     */
    public static byte[] read(Path file, int limit) throws IOException {
        try (FileChannel channel = FileChannel.open(file, READ)) {
            return read(channel, limit);
        }
    }

    /** The content of a small file that is open. */
    static byte[] read(FileChannel channel, int limit) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(limit + 1);
        long position = 0;
        int count = 0;
        while (count >= 0 && buffer.hasRemaining()) {
            position += count;
            count = channel.read(buffer, position);
        }
        if (!buffer.hasRemaining()) {
            throw new IOException("it is longer than " + limit + " bytes");
        }
        byte[] content = new byte[buffer.position()];
        buffer.flip().get(content);
        return content;
    }

    /** Replaces the content of a file that is open, and waits until it is on the disk. */
    public static void overwrite(FileChannel channel, byte[] content) throws IOException {
        channel.truncate(0);
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            channel.write(rest, rest.position());
        }
        channel.force(true);
    }

    /**
     * Puts a whole file in place of another, or of none: whoever reads sees the old content or the new one, after a
     * power cut too. A symbolic link of that name is replaced, not followed. One writer at a time.
     */
    public static void replace(Path file, byte[] content, FileMode mode) throws IOException {
        Path next = file.resolveSibling("." + file.getFileName() + ".new");
        // A writer that died may have left one.
        Files.deleteIfExists(next);
        try {
            try (FileChannel channel = FileChannel.open(next, NEW, mode.attribute())) {
                setMode(next, mode);
                overwrite(channel, content);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            forceDirectory(file);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /** Waits until the name of a file is on the disk, not only its content. */
    private static void forceDirectory(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static Set<PosixFilePermission> permissions(Path path) throws IOException {
        return Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Sets the permissions unless they are so; true when they were not. By path, after a look at what lies there: the
     * JDK's view that promises not to follow links opens the file, which could cost a lock, and in JDK 25 it follows
     * them all the same. Nobody can slip a link in between who may not write the directory.
     */
    private static boolean setPermissions(Path path, Set<PosixFilePermission> wanted) throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new FileSystemException(path.toString(), null, "it is a symbolic link");
        }
        if (permissions(path).equals(wanted)) {
            return false;
        }
        Files.setPosixFilePermissions(path, wanted);
        return true;
    }

    private static NotDirectoryException notADirectory(Path path, IOException cause) {
        NotDirectoryException fault = new NotDirectoryException(path.toString());
        fault.initCause(cause);
        return fault;
    }
}
