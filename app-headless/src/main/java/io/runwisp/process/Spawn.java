package io.runwisp.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts programs, each the leader of a session of its own. An instance belongs to one thread. */
final class Spawn {

    private static final short SETSIGDEF = 0x04;
    private static final short SETSIGMASK = 0x08;
    private static final short SETSID = 0x80;
    /** Larger than the structures of any C library: 336, 80 and 128 bytes where it was measured. */
    private static final long ATTRIBUTES_BYTES = 1024;
    private static final long ACTIONS_BYTES = 512;
    private static final long SIGNAL_SET_BYTES = 256;
    private static final int FIRST_FREE_FD = 3;

    private static final FunctionDescriptor ON_POINTER = FunctionDescriptor.of(JAVA_INT, ADDRESS);
    private static final FunctionDescriptor ON_POINTERS = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);
    private static final FunctionDescriptor ON_NUMBER = FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT);

    private static final MethodHandle SPAWN = Downcalls.plain("posix_spawn",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
    private static final MethodHandle ATTR_INIT = Downcalls.plain("posix_spawnattr_init", ON_POINTER);
    private static final MethodHandle ATTR_FLAGS = Downcalls.plain("posix_spawnattr_setflags",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_SHORT));
    private static final MethodHandle ATTR_MASK = Downcalls.plain("posix_spawnattr_setsigmask", ON_POINTERS);
    private static final MethodHandle ATTR_DEFAULT = Downcalls.plain("posix_spawnattr_setsigdefault", ON_POINTERS);
    private static final MethodHandle ACTIONS_INIT = Downcalls.plain("posix_spawn_file_actions_init", ON_POINTER);
    private static final MethodHandle ACTIONS_DESTROY = Downcalls.plain("posix_spawn_file_actions_destroy",
            ON_POINTER);
    private static final MethodHandle ADD_DUP2 = Downcalls.plain("posix_spawn_file_actions_adddup2",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
    private static final MethodHandle ADD_CHDIR = Downcalls.plain("posix_spawn_file_actions_addchdir_np",
            ON_POINTERS);
    private static final Optional<MethodHandle> ADD_CLOSEFROM = Downcalls
        .optional("posix_spawn_file_actions_addclosefrom_np", ON_NUMBER);

    private final Libc libc;
    private final MemorySegment attributes = Arena.ofAuto().allocate(ATTRIBUTES_BYTES, 16);
    private final MemorySegment pid = Arena.ofAuto().allocate(JAVA_INT);

    /**
     * A program that is wanted.
     *
     * @param arguments the first is its path
     * @param environment {@code NAME=value}
     * @param workingDir null for that of the daemon
     */
    record Program(List<byte[]> arguments, List<byte[]> environment, @Nullable String workingDir) {
    }

    /** The descriptors that become 0, 1 and 2. */
    record Standard(int in, int out, int err) {
    }

    Spawn(Libc libc) {
        this.libc = libc;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment none = arena.allocate(SIGNAL_SET_BYTES, 16);
            MemorySegment all = arena.allocate(SIGNAL_SET_BYTES, 16);
            // Not by sigfillset: that leaves out two signals, which the child would then ignore.
            all.fill((byte) 0xff);
            good((int) ATTR_INIT.invokeExact(attributes));
            good((int) ATTR_FLAGS.invokeExact(attributes, (short) (SETSIGDEF | SETSIGMASK | SETSID)));
            good((int) ATTR_MASK.invokeExact(attributes, none));
            good((int) ATTR_DEFAULT.invokeExact(attributes, all));
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    /** The number of the new process; or what the system says, its sign turned. */
    int start(Program program, Standard standard) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment actions = arena.allocate(ACTIONS_BYTES, 16);
            good((int) ACTIONS_INIT.invokeExact(actions));
            try {
                fill(actions, program, standard, arena);
                MemorySegment arguments = strings(program.arguments(), arena);
                int error = (int) SPAWN.invokeExact(pid, arguments.getAtIndex(ADDRESS, 0), actions, attributes,
                        arguments, strings(program.environment(), arena));
                return error == 0 ? pid.get(JAVA_INT, 0) : -error;
            } finally {
                int _ = (int) ACTIONS_DESTROY.invokeExact(actions);
            }
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    private void fill(MemorySegment actions, Program program, Standard standard, Arena arena) throws Throwable {
        good((int) ADD_DUP2.invokeExact(actions, standard.in(), 0));
        good((int) ADD_DUP2.invokeExact(actions, standard.out(), 1));
        good((int) ADD_DUP2.invokeExact(actions, standard.err(), 2));
        if (program.workingDir() != null) {
            good((int) ADD_CHDIR.invokeExact(actions, arena.allocateFrom(program.workingDir())));
        }
        if (ADD_CLOSEFROM.isPresent()) {
            good((int) ADD_CLOSEFROM.get().invokeExact(actions, FIRST_FREE_FD));
        } else {
            closeEveryFileOnExec();
        }
    }

    /** What closing from a number on does, for a C library that cannot: nothing of the daemon is meant to be inherited. */
    private void closeEveryFileOnExec() throws IOException {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path entry : open) {
                int fd = Integer.parseInt(String.valueOf(entry.getFileName()));
                if (fd >= FIRST_FREE_FD) {
                    libc.closeOnExec(fd);
                }
            }
        }
    }

    private static MemorySegment strings(List<byte[]> texts, Arena arena) {
        MemorySegment pointers = arena.allocate(ADDRESS, texts.size() + 1L);
        for (int i = 0; i < texts.size(); i++) {
            pointers.setAtIndex(ADDRESS, i, string(texts.get(i), arena));
        }
        return pointers;
    }

    private static MemorySegment string(byte[] text, Arena arena) {
        MemorySegment copy = arena.allocate(text.length + 1L);
        MemorySegment.copy(text, 0, copy, JAVA_BYTE, 0, text.length);
        return copy;
    }

    /** A text as programs get it. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void good(int error) {
        Libc.check("a process could not be prepared", -error);
    }
}
