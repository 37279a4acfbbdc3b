package io.runwisp.daemon.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.api.ground.ConfigInForce;
import io.runwisp.api.local.LocalHost;
import io.runwisp.bell.BellRules;
import io.runwisp.bell.RingingJournal;
import io.runwisp.cli.terminal.Glyphs;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.config.Config;
import io.runwisp.config.Loading;
import io.runwisp.daemon.boot.StepResult;
import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.daemon.log.LinePrefix;
import io.runwisp.data.DataDirectory;
import io.runwisp.engine.EngineEffect;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.EngineRules;
import io.runwisp.engine.definition.Definitions;
import io.runwisp.model.Trigger;
import io.runwisp.model.UlidSequence;
import io.runwisp.output.FileOutputSink;
import io.runwisp.output.LineBus;
import io.runwisp.output.LocalLogDisk;
import io.runwisp.time.SystemMonotonicClock;
import io.runwisp.time.SystemWallClock;
import io.runwisp.wire.daemon.ReloadResult;
import io.runwisp.wire.notice.Notification;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts about the host and the bell, joined to an engine that really runs something. */
class HostPartsTest {

    private static final Clocks CLOCKS = new Clocks(new SystemWallClock(), new SystemMonotonicClock());

    @TempDir
    private Path directory = Path.of("");

    @Test
    void whatFailsInARealEngineRingsAndIsCounted() throws Exception {
        Config config = Loading.in(directory).valid("[tasks.bad]\nrun = 'exit 3'\n");
        DataDirectory data = new DataDirectory(Files.createDirectory(directory.resolve("data")));
        DaemonLog log = new DaemonLog(
                new Printer(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false,
                        false,
                        Glyphs.ASCII, 100),
                LinePrefix.in(Map.of(), CLOCKS.wall(), config.zone()));
        StoreDatabase database = switch (StoreDatabase.open(data, new JournalRelay(log))) {
            case StepResult.Done<StoreDatabase>(StoreDatabase opened) -> opened;
            case StepResult.Failed<StoreDatabase> failed -> throw new AssertionError(failed);
        };
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        UlidSequence ids = new UlidSequence(() -> CLOCKS.wall().now().toEpochMilli(), new Random(1));
        RingingJournal bell = new RingingJournal(database.store().journal(), () -> ids.next().text(),
                BellRules.of(config));
        Machinery machinery = new Machinery(new Machinery.Parts(EngineRules.of(config), Definitions.of(config), bell,
                new FileOutputSink(data.logs(), new LocalLogDisk(), CLOCKS.wall(), config.zone(), new LineBus()),
                CLOCKS, log, changes -> changes.forEach(change -> told.add(change.toString())), () -> {
                }, _ -> {
                }));
        machinery.begin(bell.recover());
        HostParts parts = HostParts.of(
                new LocalHost.Facts("1.2", "calm-fox", 9477, 7, data.path(), false, "box", directory), database,
                machinery, CLOCKS, others(config));

        machinery.ask(ticket -> new EngineMessage.TriggerTask(ticket, "bad", Trigger.API, Map.of()))
            .thenAccept(answer -> assertInstanceOf(EngineEffect.Triggered.class, answer))
            .get(30, TimeUnit.SECONDS);
        String change = "";
        while (!change.contains("kind=run.failed")) {
            change = Optional.ofNullable(told.poll(30, TimeUnit.SECONDS)).orElseThrow();
        }
        Notification row = parts.bell().notifications(10, null).items().getFirst();
        assertEquals("run.failed bad 1", row.kind() + " " + row.taskName() + " " + row.count());
        assertTrue(row.body().startsWith("Exit code 3 after "), row.body());
        assertEquals(Optional.empty(), parts.health().problem());
        assertEquals(List.of("bad"), parts.host().info().tasks().stream().map(task -> task.name()).toList());
        String page = parts.figures().text();
        assertTrue(page.contains("runwisp_runs_total{status=\"failed\"} 1\n"), page);
        assertTrue(page.contains("runwisp_notifications_unread 1\n"), page);
        assertTrue(page.contains("runwisp_engine_faults_total 0\n"), page);

        machinery.tell(new EngineMessage.Shutdown());
        machinery.finished().get(30, TimeUnit.SECONDS);
        machinery.close();
        database.close();
        assertEquals("stopping", parts.health().problem().orElseThrow().code());
        log.close();
    }

    private static HostParts.Others others(Config config) {
        ConfigInForce force = new ConfigInForce() {
            @Override
            public Config config() {
                return config;
            }

            @Override
            public Instant loadedAt() {
                return Instant.EPOCH;
            }

            @Override
            public boolean isStale() {
                return false;
            }
        };
        ReloadResult nothing = new ReloadResult(false, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of());
        return new HostParts.Others(force, _ -> nothing, () -> "ticket", () -> false, () -> 0, _ -> {
        });
    }
}
