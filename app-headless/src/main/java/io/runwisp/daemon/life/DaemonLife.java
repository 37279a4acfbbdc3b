package io.runwisp.daemon.life;

import io.runwisp.api.reload.Reloader;
import io.runwisp.api.sse.StreamRoom;
import io.runwisp.auth.AuthMode;
import io.runwisp.cli.ConfigSource;
import io.runwisp.cli.DaemonCommand;
import io.runwisp.cli.ErrorMessage;
import io.runwisp.cli.ExitCode;
import io.runwisp.cli.Invocation;
import io.runwisp.config.Config;
import io.runwisp.daemon.boot.BootResult;
import io.runwisp.daemon.boot.BootRunner;
import io.runwisp.daemon.boot.OwnSteps;
import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.daemon.log.LinePrefix;
import io.runwisp.data.Refusal;
import io.runwisp.engine.EngineRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** {@code runwisp daemon}, from its first step to its last. The main thread's. */
public final class DaemonLife implements DaemonCommand.Life {

    /** While nothing is to end, the main thread looks now and then whether the files of the configuration have changed. */
    private static final Duration GLANCE = Duration.ofSeconds(30);
    /** What the last rows may take, beyond the time that everything has for its end. */
    private static final Duration LAST_ROWS = Duration.ofSeconds(5);

    private final Map<String, String> environment;
    private final String version;
    private final Clocks clocks;
    private final Function<Path, OwnSteps> steps;
    private final ConfigSource source;
    private final Consumer<Consumer<String>> signals;

    /**
     * A daemon that has not begun.
     *
     * @param source reads the configuration anew
     * @param steps the first steps for a data directory
     * @param signals asked to tell of signals from now on
     */
    public DaemonLife(Map<String, String> environment, String version, Clocks clocks, ConfigSource source,
            Function<Path, OwnSteps> steps,
            Consumer<Consumer<String>> signals) {
        this.environment = Map.copyOf(environment);
        this.version = version;
        this.clocks = clocks;
        this.source = source;
        this.steps = steps;
        this.signals = signals;
    }

    @Override
    public int live(Invocation invocation, Config config, Path data, int warnings) {
        return switch (AuthMode.resolve(environment, invocation.host(), invocation.has(DaemonCommand.INSECURE))) {
            case AuthMode.Refused(Refusal refusal) -> {
                new ErrorMessage(refusal.title(), List.of(refusal.detail())).print(invocation.console().err());
                yield ExitCode.FAILED;
            }
            case AuthMode.Resolved(AuthMode mode) ->
                live(invocation, config, data, new Door(invocation.host(), invocation.port(), mode), warnings);
        };
    }

    private int live(Invocation invocation, Config config, Path data, Door door, int warnings) {
        Directions directions = new Directions();
        signals.accept(directions::signal);
        var err = invocation.console().err();
        BootResult<Config, StoreDatabase, Serving> result;
        boolean clean;
        try (DaemonLog log = new DaemonLog(err, LinePrefix.in(environment, clocks.wall(), config.zone()))) {
            Banner banner = new Banner(version, warnings, err.terminal(), log);
            DaemonPorts ports = new DaemonPorts(config, new DaemonPorts.Start(door, version, invocation.directory(),
                    () -> source.load(Path.of(config.shown())), UnaryOperator.identity(), StreamRoom.Pace.USUAL),
                    clocks, log, banner);
            result = new BootRunner<>(steps.apply(data), ports).run();
            clean = result instanceof BootResult.Started<Config, StoreDatabase, Serving> started
                    && serve(started, door, directions, log);
        }
        if (result instanceof BootResult.Failed<Config, StoreDatabase, Serving> failed) {
            explain(failed, invocation);
        }
        return clean ? ExitCode.GOOD : ExitCode.FAILED;
    }

    private boolean serve(BootResult.Started<Config, StoreDatabase, Serving> started, Door door,
            Directions directions, DaemonLog log) {
        Serving serving = started.serving();
        Reloader reloader = serving.reloader();
        var _ = serving.finished().thenRun(directions::finished);
        log.info("ready, listening url=" + door.url(serving.port()) + " pid=" + ProcessHandle.current().pid());
        boolean clean = new Ending(serving, directions, clocks.monotonic(), log, new Reloading(reloader, log))
            .await(GLANCE, () -> EngineRules.of(reloader.config()).shutdownTimeout(), LAST_ROWS);
        try {
            started.close();
        } catch (RuntimeException e) {
            log.error("not everything could be closed: " + e);
            return false;
        }
        if (clean) {
            log.info("stopped");
        }
        return clean;
    }

    private void explain(BootResult.Failed<Config, StoreDatabase, Serving> failed, Invocation invocation) {
        ErrorMessage message = failed.message();
        message.print(invocation.console().err());
        Throwable fault = failed.fault();
        if (fault != null && environment.getOrDefault("RUNWISP_DEBUG", "").equals("1")) {
            fault.printStackTrace(invocation.console().err().stream());
        }
    }
}
