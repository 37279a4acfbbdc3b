package io.runwisp.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.StopSignal;
import io.runwisp.time.SystemMonotonicClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadDaemonTest {

    private static final Duration CEILING = Duration.ofSeconds(20);

    private final Stage stage = new Stage();
    private final ProcessTable table = new ProcessTable();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void whatWaitsBehindItsGateEndsWithTheDaemonAndHasExecutedNothing() throws IOException {
        Path trace = folder.resolve("trace");
        try (Scene scene = new Scene("hold", "echo executed >" + trace)) {
            ProcessIdentity process = scene.identity();
            assertTrue(lives(process.pid()));
            scene.kill();
            stage.await("the wrapper lives on", () -> !lives(process.pid()));
        }
        assertFalse(Files.exists(trace));
    }

    @Test
    void whatRunsGoesOnWithoutTheDaemonUntilItIsSwept() throws IOException {
        Path trace = folder.resolve("trace");
        try (Scene scene = new Scene("release", "sleep 1000 & echo $! >" + trace + "; wait")) {
            ProcessIdentity process = scene.identity();
            long member = Long.parseLong(Scene.written(stage, trace));
            scene.kill();
            assertTrue(lives(process.pid()));
            assertTrue(lives(member));

            SweptRun swept = sweep(process, StopSignal.SIGTERM, Duration.ofSeconds(10));

            assertEquals(2, swept.found());
            assertEquals(0, swept.killed());
            assertEquals(List.of(), swept.survivors());
            assertEquals("it had left 2 processes behind, which were stopped with SIGTERM", swept.text());
            assertFalse(lives(process.pid()));
            assertFalse(lives(member));
        }
    }

    @Test
    void membersWhoseLeaderIsGoneAndEscapeesWithThePipesAreFound() throws IOException {
        Path trace = folder.resolve("trace");
        String script = "sleep 1000 >/dev/null 2>&1 & a=$!; setsid sleep 1000 & b=$!; sleep 0.3; echo $a $b >" + trace;
        try (Scene scene = new Scene("release", script)) {
            ProcessIdentity process = scene.identity();
            String[] pids = Scene.written(stage, trace).split(" ", -1);
            long member = Long.parseLong(pids[0]);
            long escapee = Long.parseLong(pids[1]);
            stage.await("the leader lives", () -> !lives(process.pid()));
            scene.kill();

            SweptRun swept = sweep(process, StopSignal.SIGTERM, Duration.ofSeconds(10));

            assertEquals(2, swept.found());
            assertFalse(lives(member));
            assertFalse(lives(escapee));
        }
    }

    @Test
    void whoIgnoresTheSignalIsKilledAfterItsGrace() throws IOException {
        Path trace = folder.resolve("trace");
        try (Scene scene = new Scene("release", "trap '' TERM; echo ready >" + trace + "; sleep 1000; sleep 1000")) {
            ProcessIdentity process = scene.identity();
            Scene.written(stage, trace);
            scene.kill();

            SweptRun swept = sweep(process, StopSignal.SIGTERM, Duration.ofMillis(200));

            assertEquals(2, swept.killed());
            assertEquals("it had left 2 processes behind, which were stopped with SIGKILL", swept.text());
            assertFalse(lives(process.pid()));
        }
    }

    @Test
    void whoBearsOthersWhileItIsSweptIsSweptWithThem() throws IOException {
        Path trace = folder.resolve("trace");
        // A shell says that its child was terminated, and would die of that itself: its pipes have lost their reader.
        String script = "exec 2>/dev/null; trap 'sleep 1000 & sleep 1000 & exit 0' TERM; echo ready >" + trace
                + "; while :; do sleep 0.1 || :; done";
        try (Scene scene = new Scene("release", script)) {
            ProcessIdentity process = scene.identity();
            Scene.written(stage, trace);
            scene.kill();

            SweptRun swept = sweep(process, StopSignal.SIGTERM, Duration.ofSeconds(10));

            assertEquals(2, swept.found(), "what was born meanwhile was not left by the daemon: " + swept.text());
            assertEquals(List.of(), table.session(process.session(), process.startTicks()));
        }
    }

    @Test
    void anotherStartOfTheMachineOrAnotherProcessWithTheNumberIsLeftAlone() throws IOException {
        Path trace = folder.resolve("trace");
        try (Scene scene = new Scene("release", "echo ready >" + trace + "; exec sleep 1000")) {
            ProcessIdentity now = scene.identity();
            Scene.written(stage, trace);
            scene.kill();
            ProcessIdentity earlier = new ProcessIdentity(now.pid(), now.startTicks(), "another", now.session(),
                    now.pipeInodes());
            ProcessIdentity predecessor = new ProcessIdentity(now.pid(), now.startTicks() - 100, now.bootId(),
                    now.session(), List.of());

            assertEquals(0, sweep(earlier, StopSignal.SIGKILL, Duration.ZERO).found());
            assertEquals(0, sweep(predecessor, StopSignal.SIGKILL, Duration.ZERO).found());
            assertTrue(lives(now.pid()));
            assertEquals(1, sweep(now, StopSignal.SIGKILL, Duration.ZERO).found());
            assertFalse(lives(now.pid()));
        }
    }

    @Test
    void whatIsToDieWithTheDaemonDiesWithItsWholeGroup() throws IOException {
        Path trace = folder.resolve("trace");
        try (Scene scene = new Scene("die", "sleep 1000 & echo $! >" + trace + "; wait")) {
            ProcessIdentity process = scene.identity();
            long member = Long.parseLong(Scene.written(stage, trace));
            scene.kill();
            stage.await("the group lives on", () -> !lives(process.pid()) && !lives(member));
        }
    }

    @Test
    void aProbeNeverOutlivesTheDaemon() throws IOException {
        Path trace = folder.resolve("trace");
        try (Scene scene = new Scene("probe", "sleep 1000 & echo $$ $! >" + trace + "; wait")) {
            String[] pids = Scene.written(stage, trace).split(" ", -1);
            scene.kill();
            stage.await("the probe lives on", () -> !lives(Long.parseLong(pids[0])) && !lives(Long.parseLong(pids[1])));
        }
    }

    private SweptRun sweep(ProcessIdentity process, StopSignal signal, Duration grace) {
        return new OrphanSweep(new SystemMonotonicClock())
            .sweep(List.of(new OrphanSweep.Left(Stage.newRun(), process, signal, grace)), CEILING)
            .getFirst();
    }

    private boolean lives(long pid) {
        return table.find(pid).filter(ProcessStat::lives).isPresent();
    }
}
