package io.runwisp.data;

import io.runwisp.data.SafeFiles.Standing;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What makes one process the only owner of a data directory: a lock on {@code daemon.pid}, held until it is closed or
 * the process ends, however it ends.
 *
 * <p>It is a POSIX lock, which belongs to the process and goes when the process closes <em>any</em> descriptor of the
 * file. So the file is opened here only, once, and never while the lock is held; {@link #pid} is the way to read it.
 */
public final class DaemonLock implements AutoCloseable {

    /**
     * The locks of this process, by their directories. Kernel and JVM keep such locks for the process as a whole, so
     * this is one map for all; it also keeps an owner who forgets his lock from losing it to the garbage collector.
     */
    private static final ConcurrentMap<Object, DaemonLock> OF_THIS_PROCESS = new ConcurrentHashMap<>();
    /** Each further turn needs another process that stopped at this very moment. */
    private static final int TURNS = 100;
    private static final int LONGEST_PID = 64;

    private final DataDirectory directory;
    private final Object key;
    private final AtomicReference<@Nullable Held> held = new AtomicReference<>();

    private DaemonLock(DataDirectory directory, Object key) {
        this.directory = directory;
        this.key = key;
    }

    /** What came of an attempt to take it. */
    public sealed interface Attempt {
    }

    /** This process has it. The file is there, and empty until the process id is written. */
    public record Taken(DaemonLock lock) implements Attempt {
    }

    /** Another process has it, or this one has it already, or the file system does not play along. */
    public record Refused(Refusal refusal) implements Attempt {
    }

    private record Held(FileChannel channel, Identity file) {
    }

    /** Tells files of one name apart; a number can be used again at once, a number with a time of birth cannot. */
    private record Identity(@Nullable Object fileKey, FileTime born) {
    }

    /** Tries to take the lock of a directory that was opened; never waits. */
    public static Attempt take(DataDirectory directory) {
        DaemonLock lock;
        try {
            lock = new DaemonLock(directory, keyOf(directory));
        } catch (IOException e) {
            return impossible(directory, e);
        }
        if (OF_THIS_PROCESS.putIfAbsent(lock.key, lock) != null) {
            return inUse(directory, OptionalLong.of(ProcessHandle.current().pid()));
        }
        Attempt attempt = lock.attempt();
        if (!(attempt instanceof Taken)) {
            OF_THIS_PROCESS.remove(lock.key, lock);
        }
        return attempt;
    }

    /** The process id that stands in the file; empty when there is none, as while a daemon starts. */
    public static OptionalLong pid(DataDirectory directory) throws IOException {
        if (OF_THIS_PROCESS.containsKey(keyOf(directory))) {
            return OptionalLong.of(ProcessHandle.current().pid());
        }
        return SafeFiles.standing(directory.pidFile()) == Standing.FILE
                ? parse(SafeFiles.read(directory.pidFile(), LONGEST_PID))
                : OptionalLong.empty();
    }

    /** Writes the id of this process, for people and scripts. */
    public void writePid() throws IOException {
        // An interrupt would close the channel, and with it the lock.
        boolean interrupted = Thread.interrupted();
        try {
            byte[] line = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
            SafeFiles.overwrite(Objects.requireNonNull(held.get(), "the lock was given back").channel(), line);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Removes the file and gives the lock back; the second time nothing happens. */
    @Override
    public void close() {
        Held last = held.getAndSet(null);
        if (last == null) {
            return;
        }
        // In this order: whoever gets the lock of a file that has gone notices, and takes the next one.
        try (FileChannel _ = last.channel()) {
            // Somebody may have removed the file by hand, and another daemon have made its own.
            if (identity().filter(last.file()::equals).isPresent()) {
                Files.deleteIfExists(directory.pidFile());
            }
        } catch (IOException _) {
            // A file that stays behind does no harm: the next start overwrites it.
        }
        OF_THIS_PROCESS.remove(key, this);
    }

    private Attempt attempt() {
        try {
            for (int turn = 0; turn < TURNS; turn++) {
                Optional<Attempt> attempt = turn();
                if (attempt.isPresent()) {
                    return attempt.get();
                }
            }
            return new Refused(new Refusal(directory.pidFile() + " is made and removed all the time.",
                    "Find out what keeps starting RunWisp on this directory, and stop it."));
        } catch (IOException e) {
            return impossible(directory, e);
        }
    }

    /** Tries once; nothing when the file went away in the meantime. */
    @SuppressWarnings("resource") // The channel is what holds the lock.
    private Optional<Attempt> turn() throws IOException {
        Path file = directory.pidFile();
        SafeFiles.createFile(file, FileMode.SECRET);
        FileChannel opened;
        Optional<Identity> before;
        try {
            SafeFiles.setMode(file, FileMode.SECRET);
            before = identity();
            opened = SafeFiles.openForWriting(file);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        try {
            FileLock lock = opened.tryLock();
            if (lock == null) {
                OptionalLong holder = holder(opened);
                opened.close();
                return Optional.of(inUse(directory, holder));
            }
            if (before.isEmpty() || !before.equals(identity())) {
                opened.close();
                return Optional.empty();
            }
            // From here on nobody reads the number of a daemon that is dead.
            opened.truncate(0);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
        held.set(new Held(opened, before.get()));
        return Optional.of(new Taken(this));
    }

    private static OptionalLong holder(FileChannel opened) {
        try {
            return parse(SafeFiles.read(opened, LONGEST_PID));
        } catch (IOException _) {
            // Then the message does without the number.
            return OptionalLong.empty();
        }
    }

    private Optional<Identity> identity() throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(directory.pidFile(), BasicFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new Identity(found.fileKey(), found.creationTime()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static Object keyOf(DataDirectory directory) throws IOException {
        Object key = Files.readAttributes(directory.path(), BasicFileAttributes.class).fileKey();
        return key == null ? directory.path().toRealPath() : key;
    }

    private static OptionalLong parse(byte[] content) {
        String text = new String(content, StandardCharsets.US_ASCII).strip();
        return text.matches("[1-9][0-9]{0,17}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static Refused inUse(DataDirectory directory, OptionalLong holder) {
        String who = holder.isPresent()
                ? "Another RunWisp, process " + holder.getAsLong() + ","
                : "Another RunWisp, which is just starting or stopping,";
        String stop = holder.isPresent() ? "Stop it first (kill " + holder.getAsLong() + ")" : "Stop it first";
        return new Refused(new Refusal(who + " is using the data directory " + directory.path() + ".",
                "Two of them would run every task twice. " + stop + ", or choose another directory with --data. To "
                        + "start a task in the one that runs, use \"runwisp run-task\"."));
    }

    private static Refused impossible(DataDirectory directory, IOException trouble) {
        return new Refused(DiskTrouble.of(trouble, directory.path())
            .refusal("The data directory " + directory.path() + " cannot be locked"));
    }
}
