package io.runwisp.api.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.api.ground.ConfigInForce;
import io.runwisp.api.host.HostSampler;
import io.runwisp.api.host.ProcFiles;
import io.runwisp.api.host.Uptime;
import io.runwisp.config.Config;
import io.runwisp.config.Loading;
import io.runwisp.engine.FakeRunJournal;
import io.runwisp.time.VirtualMonotonicClock;
import io.runwisp.time.VirtualWallClock;
import io.runwisp.wire.daemon.Capability;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.daemon.Instance;
import io.runwisp.wire.daemon.ReloadRequest;
import io.runwisp.wire.daemon.ReloadResult;
import io.runwisp.wire.daemon.SystemStats;
import io.runwisp.wire.unit.TaskBrief;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalHostTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path directory = Path.of("");

    private final VirtualMonotonicClock clock = new VirtualMonotonicClock(9);
    private final AtomicBoolean stopping = new AtomicBoolean();

    @Test
    void aDaemonSaysWhatItIs() {
        LocalHost host = host("""
            [scheduler]
            timezone = "Asia/Tokyo"
            [tasks.b]
            run = "x"
            cron = "@daily"
            catch_up = "skip"
            parallelism = 3
            [services.a]
            run = "x"
            instances = 2
            group = "Web"
            api_trigger = false
            """);
        assertEquals(new Instance("runwisp", "1.2", "calm-fox", 77, "/var/lib/runwisp",
                directory.resolve("runwisp.toml").toString()), host.instance());
        DaemonInfo info = host.info();
        assertEquals(List.of(
                new TaskBrief("a", false, "service", "Web", null, null, "always", null, null, 2),
                new TaskBrief("b", true, "task", "Tasks", "@daily", "skip", "never", 3, "queue", null)),
                info.tasks());
        assertEquals(List.of(new Capability("shell", true)), info.capabilities());
        assertEquals("Asia/Tokyo config", info.resolvedTimezone() + " " + info.timezoneSource());
        assertEquals(NOON, info.configLoadedAt());
        assertTrue(info.schedulingActive() && info.configStale() && info.authDisabled());
        stopping.set(true);
        assertFalse(host.info().schedulingActive());
    }

    @Test
    void aMachineSaysWhatItDoes() {
        LocalHost host = host("");
        clock.advance(Duration.ofMinutes(65));
        SystemStats system = host.system();
        assertEquals("1h 5m 1.2 runwisp box /srv",
                system.uptime() + " " + system.version() + " " + system.name() + " " + system.host() + " "
                        + system.workDir());
        assertTrue(system.memTotal() > system.memUsed() && system.cpuCores() > 0);
        assertEquals(List.of(), host.systemHistory());
    }

    @Test
    void otherPartsAnswerForReloadAndTickets() {
        LocalHost host = host("");
        assertEquals("ticket", host.launchTicket().ticket());
        assertEquals(NOTHING, host.reload(new ReloadRequest(List.of(), true)));
    }

    private static final ReloadResult NOTHING = new ReloadResult(false, List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of(), List.of());

    private LocalHost host(String text) {
        Config config = Loading.in(directory).valid(text);
        ConfigInForce force = new ConfigInForce() {
            @Override
            public Config config() {
                return config;
            }

            @Override
            public Instant loadedAt() {
                return NOON;
            }

            @Override
            public boolean isStale() {
                return true;
            }
        };
        HostSampler sampler = new HostSampler(new ProcFiles(), new VirtualWallClock(NOON), (_, _) -> {
        }, _ -> {
        });
        return new LocalHost(
                new LocalHost.Facts("1.2", "calm-fox", 9477, 77, Path.of("/var/lib/runwisp"), true, "box",
                        Path.of("/srv")),
                new LocalHost.Parts(force, new FakeRunJournal(), sampler, new Uptime(clock, clock.nanos()),
                        stopping::get, _ -> NOTHING, () -> "ticket"));
    }
}
