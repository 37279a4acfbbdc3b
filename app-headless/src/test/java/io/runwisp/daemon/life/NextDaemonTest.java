package io.runwisp.daemon.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.wire.unit.ReplicaExit;
import io.runwisp.wire.unit.ReplicaStatus;
import io.runwisp.wire.unit.TaskResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a daemon knows of the one that was there before it. */
final class NextDaemonTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final String FAILS = """
        [services.api]
        run = "exit 7"
        restart_delay = "1h"
        """;
    private static final String STAYS = """
        [services.api]
        run = "exec sleep 600"
        instances = 2
        """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void howAReplicaEndedIsKnownToTheNextDaemonToo() {
        ReplicaExit before;
        try (TestDaemon first = new TestDaemon(folder, FAILS)) {
            before = Objects.requireNonNull(await(first, replicas -> replicas.getFirst().lastExit() != null)
                .getFirst()
                .lastExit());
            assertEquals(7, before.exitCode());
        }
        String ended;
        try (TestDaemon second = new TestDaemon(folder, STAYS)) {
            List<ReplicaStatus> replicas = await(second, all -> all.stream().allMatch(one -> one.runId() != null));
            assertEquals(before, replicas.getFirst().lastExit());
            assertNull(replicas.getLast().lastExit(), "it is the first life of this one");
            ended = Objects.requireNonNull(replicas.getLast().runId());
        }
        try (TestDaemon third = new TestDaemon(folder, STAYS)) {
            ReplicaExit exit = Objects.requireNonNull(replicas(third).getLast().lastExit());
            assertEquals(ended, exit.runId());
        }
    }

    private static List<ReplicaStatus> await(TestDaemon daemon, Predicate<List<ReplicaStatus>> condition) {
        long until = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (true) {
            List<ReplicaStatus> replicas = replicas(daemon);
            if (condition.test(replicas)) {
                return replicas;
            }
            assertTrue(System.nanoTime() < until, () -> "not within " + LONG_ENOUGH + ": " + replicas);
        }
    }

    private static List<ReplicaStatus> replicas(TestDaemon daemon) {
        TaskResponse unit = daemon.http().tasks().getFirst();
        assertNotNull(unit.now());
        return unit.now().replicas();
    }
}
