package io.runwisp.data;

import io.runwisp.data.Opening.Opened;
import io.runwisp.data.Opening.Refused;
import io.runwisp.data.SafeFiles.Standing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Looks at a data directory before anything in it is used. Opens no file that is there. */
final class Inspection {

    /**
     * The daemon's own files. The directory {@code logs} may be a link: whoever gives it a disk of its own, means it.
     */
    private static final List<String> FILES = List.of("runwisp.db", "runwisp.db-wal", "runwisp.db-shm", "password",
            "daemon.pid", "daemon.log");
    /** What a backup group needs, and what no umask in use leaves behind by accident. */
    private static final Set<PosixFilePermission> FOR_A_GROUP = PosixFilePermissions.fromString("rwxr-x---");

    private final Path wanted;
    private final List<String> notices = new ArrayList<>();

    Inspection(Path wanted) {
        this.wanted = wanted;
    }

    Opening run() {
        try {
            SafeFiles.createDirectories(wanted);
        } catch (IOException e) {
            return new Refused(notMade(e));
        }
        try {
            DataDirectory directory = new DataDirectory(wanted.toRealPath());
            Optional<Refusal> refusal = refusal(directory);
            return refusal.isPresent() ? new Refused(refusal.get()) : new Opened(directory, notices);
        } catch (IOException e) {
            return new Refused(DiskTrouble.of(e, wanted).refusal(naming(" cannot be looked at")));
        }
    }

    private Refusal notMade(IOException trouble) {
        if (Files.isSymbolicLink(wanted) && !Files.exists(wanted)) {
            return new Refusal(naming(" is a symbolic link to something that does not exist."),
                    "Make what it leads to, mount the disk that is missing, or remove the link.");
        }
        return DiskTrouble.of(trouble, wanted).refusal(naming(" cannot be made"));
    }

    private Optional<Refusal> refusal(DataDirectory directory) throws IOException {
        UserPrincipal owner = owner(directory.path());
        UserPrincipal self;
        try {
            self = probe(directory.path());
        } catch (IOException e) {
            return Optional.of(notWritable(owner, e));
        }
        if (!self.equals(owner)) {
            return Optional.of(belongsTo(owner, "this is " + self.getName()));
        }
        close(directory.path());
        for (String name : FILES) {
            Optional<Refusal> refusal = refusalOf(directory.path().resolve(name), self);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return refusalOfLogs(directory.logs());
    }

    /**
     * Writes a byte and takes it back. That tells what no attribute does: whether this process may write here, whether
     * there is room, and as whom the file system knows it.
     */
    private static UserPrincipal probe(Path directory) throws IOException {
        // Not the process id: in two containers that share the directory, both may have the same.
        Path file = directory.resolve(".probe-" + Long.toHexString(ThreadLocalRandom.current().nextLong()));
        try (FileChannel channel = FileChannel.open(file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FileMode.SECRET.attribute())) {
            channel.write(ByteBuffer.wrap(new byte[]{'\n'}));
            return owner(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Refusal notWritable(UserPrincipal owner, IOException trouble) throws IOException {
        if (!(trouble instanceof AccessDeniedException)) {
            return DiskTrouble.of(trouble, wanted).refusal(naming(" cannot be written"));
        }
        if (!owner.getName().equals(DiskTrouble.user())) {
            return belongsTo(owner, "this is " + DiskTrouble.user() + ", who may not write there");
        }
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(wanted));
        return new Refusal(naming(" cannot be written: its mode " + mode + " does not let its owner."),
                "Run \"chmod 700 " + wanted + "\", or choose another directory with --data.");
    }

    private Refusal belongsTo(UserPrincipal owner, String but) {
        return new Refusal(naming(" belongs to " + owner.getName() + ", and " + but + "."),
                "Its owner could read every password in it. Start RunWisp as " + owner.getName()
                        + ", give the directory and all in it to this user with \"chown -R\", or choose another "
                        + "directory with --data.");
    }

    /** The database may be read by whoever gets in, and it holds the key that signs logins. */
    private void close(Path directory) throws IOException {
        Set<PosixFilePermission> found = SafeFiles.permissions(directory);
        if (found.equals(FOR_A_GROUP) || !SafeFiles.tighten(directory, FileMode.DIRECTORY)) {
            return;
        }
        String was = naming(" could be entered by others (" + PosixFilePermissions.toString(found) + ")");
        boolean closed = FileMode.DIRECTORY.permissions().containsAll(SafeFiles.permissions(directory));
        notices.add(closed
                ? was + " and is now its owner's alone. A group may be let in with \"chmod 750\"."
                : was + " and its file system keeps no modes: everybody on this machine can read what is in it.");
    }

    static Optional<Refusal> refusalOf(Path file, UserPrincipal self) throws IOException {
        Standing standing = SafeFiles.standing(file);
        if (standing == Standing.ABSENT) {
            return Optional.empty();
        }
        if (standing != Standing.FILE) {
            return Optional.of(new Refusal(file + " is " + words(standing) + ", and no plain file.",
                    "RunWisp does not follow links out of its data directory. Move what it leads to here in its place, "
                            + "or remove it; to keep the data elsewhere, name that directory with --data."));
        }
        UserPrincipal owner = owner(file);
        return owner.equals(self)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        file + " belongs to " + owner.getName() + ", and this is " + self.getName() + ".",
                        "RunWisp was started here as another user before. Start it as " + owner.getName()
                                + ", or give all in the directory to this user with \"chown -R\"."));
    }

    private static Optional<Refusal> refusalOfLogs(Path logs) throws IOException {
        return SafeFiles.standing(logs) == Standing.ABSENT || Files.isDirectory(logs)
                ? Optional.empty()
                : Optional.of(new Refusal(logs + " is not a directory.",
                        "The output of runs goes there. Remove or rename what bears its name; if it is a link, make "
                                + "what it leads to or mount the disk that is missing."));
    }

    private static String words(Standing standing) {
        return switch (standing) {
            case LINK -> "a symbolic link";
            case DIRECTORY -> "a directory";
            case ABSENT, FILE, OTHER -> "something special";
        };
    }

    private static UserPrincipal owner(Path path) throws IOException {
        return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
    }

    private String naming(String rest) {
        return "The data directory " + wanted + rest;
    }
}
