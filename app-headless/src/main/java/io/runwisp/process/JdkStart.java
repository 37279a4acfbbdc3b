package io.runwisp.process;

import io.runwisp.engine.definition.Command;
import io.runwisp.model.ProcessIdentity;
import io.runwisp.time.MonotonicClock;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts commands behind their gates with the JDK and {@code setsid}. Belongs to the launcher's thread. */
final class JdkStart {

    private static final int LOOKS = 2000;

    private final Programs programs;
    private final ProcessTable table;
    private final MonotonicClock clock;
    private final String bootId = GatedStart.bootId();

    /** What came of it. */
    sealed interface Outcome {
    }

    /**
     * A process behind its gate.
     *
     * @param nanos since when
     */
    record Started(Process process, ProcessIdentity identity, long nanos) implements Outcome {
    }

    /** There is none. */
    record Failed(String reason) implements Outcome {
    }

    JdkStart(Variables variables, ProcessTable table, MonotonicClock clock) {
        this.table = table;
        this.clock = clock;
        this.programs = new Programs(JdkStart::executable, variables, new OwnAccount());
    }

    Outcome start(Command command) {
        return switch (programs.prepare(command, false)) {
            case Programs.Impossible(String reason) -> new Failed(reason);
            case Programs.Ready(Spawn.Program program) -> start(program);
        };
    }

    private Outcome start(Spawn.Program program) {
        List<String> words = new ArrayList<>(List.of("setsid"));
        program.arguments().forEach(word -> words.add(new String(word, StandardCharsets.UTF_8)));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().clear();
        for (byte[] entry : program.environment()) {
            String text = new String(entry, StandardCharsets.UTF_8);
            builder.environment().put(text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1));
        }
        if (program.workingDir() != null) {
            builder.directory(new File(program.workingDir()));
        }
        try {
            Process process = builder.start();
            long nanos = clock.nanos();
            return new Started(process, identity(process.pid()), nanos);
        } catch (IOException e) {
            return new Failed("the process could not be started: " + e.getMessage());
        }
    }

    /** Known when it leads its session, which it does as soon as {@code setsid} has run. */
    private ProcessIdentity identity(long pid) {
        List<Long> pipes = List.of(pipe(pid, 1), pipe(pid, 2));
        long start = -1;
        for (int look = 0; look < LOOKS; look++) {
            var stat = table.find(pid);
            start = stat.map(ProcessStat::startTicks).orElse(start);
            if (stat.isEmpty() || stat.get().session() == pid || !stat.get().lives()) {
                break;
            }
            rest();
        }
        return new ProcessIdentity(pid, start, bootId, pid, pipes);
    }

    private static long pipe(long pid, int fd) {
        return GatedStart.inode(Path.of("/proc/" + pid + "/fd/" + fd));
    }

    private static void rest() {
        try {
            boolean _ = new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            // Looked at again at once.
        }
    }

    private static int executable(String path) {
        try {
            Path file = Path.of(path);
            Path folder = file.getParent();
            if (path.endsWith("/.") && folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
                return -Libc.ENOTDIR;
            }
            return Files.exists(file) ? Files.isExecutable(file) ? 0 : -Libc.EACCES : -Libc.ENOENT;
        } catch (InvalidPathException _) {
            return -Libc.ENOENT;
        }
    }
}
