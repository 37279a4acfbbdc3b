package io.runwisp.auth;

import io.runwisp.data.DataDirectory;
import io.runwisp.data.FileMode;
import io.runwisp.data.SafeFiles;
import io.runwisp.data.SafeFiles.Standing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The file {@code password} in the data directory: one line, readable by its owner alone.
 *
 * <p>Two processes may do this at once: a lock on the file decides who writes, the other finds a password that is kept.
 */
public final class PasswordFile {

    private static final int LONGEST = 1_024;

    private final DataDirectory directory;
    private final Path file;

    /** The password file of a data directory, which need not exist yet. */
    public PasswordFile(Path dataDirectory) {
        directory = new DataDirectory(dataDirectory);
        file = directory.password();
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
        SafeFiles.createDirectories(directory.path().toAbsolutePath());
        SafeFiles.createFile(file, FileMode.SECRET);
        return SafeFiles.standing(file) == Standing.FILE ? writeLocked(chance) : new Foreign(file);
    }

    /**
     * The password, without the blanks around it; empty when there is none yet.
     *
     * @throws IOException when the file cannot be read, or holds no text
     */
    public Optional<String> read() throws IOException {
        if (SafeFiles.standing(file) == Standing.ABSENT) {
            return Optional.empty();
        }
        byte[] content = SafeFiles.read(file, LONGEST);
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString().strip())
                .filter(text -> !text.isEmpty());
        } catch (CharacterCodingException e) {
            throw new IOException("it is not text in UTF-8", e);
        }
    }

    /** Where it is. */
    Path path() {
        return file;
    }

    private Outcome writeLocked(RandomGenerator chance) throws IOException {
        // A first start that died before it did, or a file that somebody made by hand.
        SafeFiles.setMode(file, FileMode.SECRET);
        try (FileChannel channel = SafeFiles.openForWriting(file)) {
            channel.lock();
            if (holdsPassword(channel)) {
                return new Kept();
            }
            NewPassword password = NewPassword.from(chance);
            SafeFiles.overwrite(channel, (password.text() + "\n").getBytes(StandardCharsets.US_ASCII));
            return new Written(password);
        }
    }

    /** A file of blanks holds none: what an interrupted first start leaves behind. */
    private static boolean holdsPassword(FileChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(256);
        while (start.hasRemaining() && channel.read(start) >= 0) {
            // Reads on until the buffer is full or the file ends.
        }
        for (int i = 0; i < start.position(); i++) {
            if (!Character.isWhitespace(start.get(i))) {
                return true;
            }
        }
        return start.position() == start.capacity();
    }
}
