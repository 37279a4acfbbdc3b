package io.runwisp.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.process.Libc.Pipe;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    private static final Spawn.Program WAITS_FOR_A_LINE = new Spawn.Program(
            List.of(Spawn.bytes("/bin/sh"), Spawn.bytes("-c"), Spawn.bytes("read -r line")), List.of(), null);
    private static final int NICENESS_FIELD = 16;

    private final Libc libc = new Libc();

    /** How nice a thread is once it has asked, and how nice what it starts then. */
    private record Seen(boolean granted, int thread, int program) {
    }

    @Test
    void aThreadComesFirstButNotWhatItHasStarted() throws Exception {
        int usual = niceness(Path.of("/proc/self"));
        Seen seen = inAThread();
        assertEquals(new Seen(seen.granted(), seen.granted() ? usual - Precedence.STEPS : usual, usual), seen);
    }

    @Test
    void itIsGrantedWhereThisMachineGrantsItToAnybody() throws Exception {
        Process nicer = new ProcessBuilder("nice", "-n", "-1", "true").redirectErrorStream(true).start();
        boolean may = nicer.getInputStream().readAllBytes().length == 0;
        assertEquals(may, inAThread().granted());
    }

    private Seen inAThread() throws Exception {
        FutureTask<Seen> asking = new FutureTask<>(this::ask);
        Thread.ofPlatform().start(asking);
        return asking.get();
    }

    private Seen ask() throws IOException {
        Precedence precedence = new Precedence();
        boolean granted = precedence.take();
        Pipe gate = libc.pipe();
        int pid = new Spawn(libc, precedence).start(WAITS_FOR_A_LINE, new Spawn.Standard(gate.out(), 1, 2));
        try {
            assertTrue(pid > 0, () -> Libc.message(-pid));
            return new Seen(granted, niceness(Path.of("/proc/thread-self")),
                    niceness(Path.of("/proc", String.valueOf(pid))));
        } finally {
            libc.close(gate.in());
            libc.close(gate.out());
            assertEquals(pid, libc.wait4(pid, MemorySegment.NULL, 0, MemorySegment.NULL));
        }
    }

    private static int niceness(Path process) throws IOException {
        String line = Files.readString(process.resolve("stat"));
        return Integer.parseInt(line.substring(line.lastIndexOf(')') + 1).strip().split(" ", -1)[NICENESS_FIELD]);
    }
}
