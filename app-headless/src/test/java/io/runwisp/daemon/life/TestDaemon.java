package io.runwisp.daemon.life;

import io.runwisp.api.http.Front;
import io.runwisp.api.http.Overhearing;
import io.runwisp.api.sse.StreamRoom;
import io.runwisp.auth.AuthMode;
import io.runwisp.cli.terminal.Glyphs;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.client.JoinedDaemonApi;
import io.runwisp.client.http.DaemonAddress;
import io.runwisp.client.http.HttpDaemonApi;
import io.runwisp.client.http.TokenShelf;
import io.runwisp.config.Config;
import io.runwisp.config.Loading;
import io.runwisp.daemon.boot.BootResult;
import io.runwisp.daemon.boot.BootRunner;
import io.runwisp.daemon.boot.DiskSteps;
import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.daemon.log.LinePrefix;
import io.runwisp.data.MachineId;
import io.runwisp.time.SystemMonotonicClock;
import io.runwisp.time.SystemWallClock;
import io.runwisp.time.WallClock;
import io.runwisp.wire.exchange.Exchanges;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A daemon in this process, from its first step on: real disk, real processes, and a port of its own. */
public final class TestDaemon implements AutoCloseable {

    public static final String PASSWORD = "correct horse";

    private final BootResult.Started<Config, StoreDatabase, Serving> started;
    private final HttpDaemonApi http;
    private final DaemonLog log;
    private final Exchanges exchanges = new Exchanges();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    /** A daemon in a folder, which may hold the data of one that was there before. */
    public TestDaemon(Path folder, String toml) {
        this(folder, toml, new SystemWallClock(), StreamRoom.Pace.USUAL);
    }

    /** The same by another clock, or with another patience for those who read streams. */
    public TestDaemon(Path folder, String toml, WallClock wall, StreamRoom.Pace pace) {
        Map<String, String> environment = Map.of("RUNWISP_PASSWORD", PASSWORD);
        Clocks clocks = new Clocks(wall, new SystemMonotonicClock());
        Loading loading = Loading.in(folder);
        Config config = loading.valid(toml);
        log = new DaemonLog(
                new Printer(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false,
                        false, Glyphs.ASCII, 100),
                LinePrefix.in(environment, clocks.wall(), config.zone()));
        DaemonPorts ports = new DaemonPorts(config, new DaemonPorts.Start(new Door("127.0.0.1", 0, AuthMode.REQUIRED),
                "1.2.3", folder, () -> loading.load(Path.of("runwisp.toml")),
                answering -> new Overhearing(answering, exchanges, faults::add), pace), clocks, log,
                new Banner("1.2.3", 0, false, log));
        BootResult<Config, StoreDatabase, Serving> result = new BootRunner<>(
                new DiskSteps(folder.resolve("data"), folder,
                        environment, new MachineId(() -> "box"), SecureRandom::new),
                ports)
            .run();
        if (!(result instanceof BootResult.Started<Config, StoreDatabase, Serving> good)) {
            throw new AssertionError("the daemon did not start: " + result);
        }
        started = good;
        http = new HttpDaemonApi(address(), () -> PASSWORD, TokenShelf.inMemory());
    }

    /** The operations in this process. */
    public JoinedDaemonApi local() {
        return started.serving().api().api();
    }

    /** The same over HTTP. */
    public JoinedDaemonApi http() {
        return http;
    }

    /** What decides about its requests, as the port has it. */
    public Front front() {
        return started.serving().api().front();
    }

    /** How many streams are open. */
    public int streams() {
        return started.serving().api().room().size();
    }

    /** Writes a line to its own log. */
    public void say(String line) {
        log.info(line);
    }

    /** Where it listens. */
    public DaemonAddress address() {
        return DaemonAddress.of("127.0.0.1", started.serving().port());
    }

    @Override
    public void close() {
        http.close();
        started.serving().end();
        started.serving().finished().orTimeout(30, TimeUnit.SECONDS).join();
        started.close();
        if (!faults.isEmpty()) {
            throw new AssertionError("what was said on the port is not what the document says: " + faults);
        }
    }
}
