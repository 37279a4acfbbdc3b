package io.runwisp.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * Says in words why the disk refused, and the way out.
 *
 * @param reason the end of a sentence that begins with the file, without a full stop
 * @param remedy a sentence
 */
public record DiskTrouble(String reason, String remedy) {

    private static final String ELSEWHERE = "choose another directory with --data.";
    private static final long NEXT_TO_NOTHING = 4_096;

    /** The state of a file system. */
    record Volume(boolean readOnly, boolean full) {
    }

    /** The trouble with a file or directory that may not exist. */
    public static DiskTrouble of(IOException trouble, Path path) {
        return of(trouble, volume(path));
    }

    /** Sentences of the system come in the language of the locale, so the file system itself is asked too. */
    static DiskTrouble of(IOException trouble, Volume volume) {
        String said = said(trouble);
        return switch (trouble) {
            case NotDirectoryException e -> new DiskTrouble(e.getFile() + " is not a directory",
                    "Remove or rename it, or " + ELSEWHERE);
            case AccessDeniedException _ -> new DiskTrouble("permission denied",
                    "Give " + user() + " the right to write there with chown or chmod, or " + ELSEWHERE);
            case NoSuchFileException e -> new DiskTrouble(e.getFile() + " does not exist",
                    "Make it, or " + ELSEWHERE);
            default -> {
                if (volume.readOnly || said.contains("Read-only file system")) {
                    yield new DiskTrouble("the file system is read-only", "Mount it for writing, or " + ELSEWHERE);
                }
                if (volume.full || said.contains("No space left") || said.contains("quota exceeded")) {
                    yield new DiskTrouble("no space is left on the file system",
                            "Make room (df -h and df -i show where), or " + ELSEWHERE);
                }
                yield new DiskTrouble(said, "Put that right, or " + ELSEWHERE);
            }
        };
    }

    /** The trouble as a refusal: the title is {@code what} and the reason, the detail the remedy. */
    Refusal refusal(String what) {
        return new Refusal(what + ": " + reason + ".", remedy);
    }

    static String user() {
        return System.getProperty("user.name", "the user of the daemon");
    }

    private static String said(IOException trouble) {
        if (trouble instanceof FileSystemException e && e.getReason() != null) {
            return e.getReason();
        }
        return trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
    }

    private static Volume volume(Path path) {
        Path existing = path.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            var store = Files.getFileStore(existing);
            return new Volume(store.isReadOnly(), store.getUsableSpace() < NEXT_TO_NOTHING);
        } catch (IOException _) {
            // What cannot be asked is neither: the system's own sentence has to do.
            return new Volume(false, false);
        }
    }
}
