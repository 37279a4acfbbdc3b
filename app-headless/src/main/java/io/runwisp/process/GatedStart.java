package io.runwisp.process;

import io.runwisp.engine.definition.Command;
import io.runwisp.model.ProcessIdentity;
import io.runwisp.process.Libc.Pipe;
import io.runwisp.time.MonotonicClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a command behind its gate, with pipes for its output. Belongs to the spawner thread. */
final class GatedStart {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private final Libc libc;
    private final Programs programs;
    private final Spawn spawn;
    private final ProcessTable table;
    private final MonotonicClock clock;
    private final MemoryWatch memory = new MemoryWatch();
    private final String bootId;
    private long gatePeak;

    /** What came of it. */
    sealed interface Outcome {
    }

    /**
     * A process behind its gate.
     *
     * @param nanos since when
     * @param gate the end of its standard input
     * @param out where its standard output is read
     * @param err where its standard error output is read
     * @param daemonPeak the most memory that the daemon has had: less is never told of the process
     * @param gatePeak the memory of a shell that waits: more than that was used, even by what is gone before anybody looks
     */
    record Started(ProcessIdentity identity, long nanos, int gate, int out, int err, long daemonPeak,
            long gatePeak) implements Outcome {
    }

    /** There is none. */
    record Failed(String reason) implements Outcome {
    }

    GatedStart(Libc libc, Programs programs, Spawn spawn, ProcessTable table, MonotonicClock clock) {
        this.libc = libc;
        this.programs = programs;
        this.spawn = spawn;
        this.table = table;
        this.clock = clock;
        this.bootId = bootId();
    }

    /** This start of the machine; empty when it cannot be told. */
    static String bootId() {
        try {
            return Files.readString(BOOT_ID, StandardCharsets.US_ASCII).strip();
        } catch (IOException _) {
            return "";
        }
    }

    Outcome start(Command command, boolean dieWithDaemon) {
        return switch (programs.prepare(command, dieWithDaemon)) {
            case Programs.Impossible(String reason) -> new Failed(reason);
            case Programs.Ready(Spawn.Program program) -> start(program);
        };
    }

    private Outcome start(Spawn.Program program) {
        List<Pipe> pipes = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                pipes.add(libc.pipe());
            }
            return start(program, pipes.get(0), pipes.get(1), pipes.get(2));
        } catch (Libc.Failure e) {
            pipes.forEach(pipe -> {
                libc.close(pipe.in());
                libc.close(pipe.out());
            });
            return new Failed(String.valueOf(e.getMessage()));
        }
    }

    private Outcome start(Spawn.Program program, Pipe gate, Pipe out, Pipe err) {
        List<Long> inodes = List.of(inode(DESCRIPTORS.resolve(String.valueOf(out.out()))),
                inode(DESCRIPTORS.resolve(String.valueOf(err.out()))));
        int pid = Libc.check("the process could not be started",
                spawn.start(program, new Spawn.Standard(gate.out(), out.in(), err.in())));
        long nanos = clock.nanos();
        libc.close(gate.out());
        libc.close(out.in());
        libc.close(err.in());
        long startTicks = table.find(pid).map(ProcessStat::startTicks).orElse(-1L);
        return new Started(new ProcessIdentity(pid, startTicks, bootId, pid, inodes), nanos, gate.in(),
                out.out(), err.out(), memory.ownPeak(), gatePeak(pid));
    }

    /** One such shell is like the other. */
    private long gatePeak(long pid) {
        if (gatePeak == 0) {
            gatePeak = MemoryWatch.peak(pid);
        }
        return gatePeak;
    }

    /** The inode of the pipe behind a descriptor; -1 when it cannot be told. */
    static long inode(Path descriptor) {
        try {
            String link = Files.readSymbolicLink(descriptor).toString();
            return Long.parseLong(link.substring(link.indexOf('[') + 1, link.length() - 1));
        } catch (IOException | RuntimeException e) {
            return -1;
        }
    }
}
