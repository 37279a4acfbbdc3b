package io.runwisp.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.process.Libc.Pipe;
import io.runwisp.time.SystemMonotonicClock;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A child that nobody waits for is the same to this process, whether it was born here or left to it. */
class FoundlingsTest {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final ProcessTable table = new ProcessTable();
    private final Libc libc = new Libc();

    @Test
    void theDeadAreCollectedAndTheLivingAreLeftAlone() {
        CompletableFuture<Throwable> trouble = new CompletableFuture<>();
        Pipe gate = libc.pipe();
        int dead = start("exit 3", gate);
        int living = start("read -r line", gate);
        try (NativeLoop loop = new NativeLoop("foundlings", new SystemMonotonicClock(), () -> false,
                trouble::complete)) {
            loop.start();
            loop.post(new Foundlings(loop, table, new Reaper(loop.libc()), BETWEEN_LOOKS)::expect);
            loop.post(() -> whenGone(loop, dead, trouble));
            assertEquals("it is gone", trouble.orTimeout(30, TimeUnit.SECONDS).join().getMessage());
            assertTrue(table.find(living).orElseThrow().lives());
        } finally {
            libc.close(gate.in());
            libc.close(gate.out());
            assertEquals(living, libc.wait4(living, MemorySegment.NULL, 0, MemorySegment.NULL));
        }
    }

    private void whenGone(NativeLoop loop, int pid, CompletableFuture<Throwable> told) {
        if (table.find(pid).isEmpty()) {
            told.complete(new IllegalStateException("it is gone"));
        } else {
            loop.after(BETWEEN_LOOKS, () -> whenGone(loop, pid, told));
        }
    }

    private int start(String script, Pipe gate) {
        int pid = new Spawn(libc).start(
                new Spawn.Program(List.of(Spawn.bytes("/bin/sh"), Spawn.bytes("-c"), Spawn.bytes(script)), List.of(),
                        null),
                new Spawn.Standard(gate.out(), 1, 2));
        assertTrue(pid > 0, () -> Libc.message(-pid));
        return pid;
    }
}
