package io.runwisp.cli;

import io.runwisp.cli.report.ProblemReport;
import io.runwisp.config.Config;
import java.nio.file.Path;
import java.util.List;

/** {@code runwisp daemon}: runs tasks and keeps services alive until it is told to end. */
public final class DaemonCommand implements Command {

    /** Asked for by whoever lets everybody in. */
    public static final Option INSECURE = Option.flag("insecure",
            "with RUNWISP_AUTH=off: listen on other addresses than the loopback");

    private static final Manual MANUAL = new Manual("daemon", "run the tasks and keep the services alive",
            List.of(),
            List.of("Runs in the foreground until SIGTERM or Ctrl-C, and says on the error stream what it does. One "
                    + "daemon owns one data directory; a second one is refused. What a daemon that was killed left "
                    + "behind is found, stopped and marked crashed before anything is started.",
                    "When it is told to end, everything gets its stop signal at once and has the time of "
                            + "[daemon] shutdown_timeout; a second signal kills what is left at once.",
                    "It listens on --host and --port in plain HTTP and serves its API there, behind a login with the "
                            + "password in <data>/password or RUNWISP_PASSWORD. Port 0 takes any port that is free; the "
                            + "log says which. With RUNWISP_AUTH=off nobody is asked for a password: then only the "
                            + "loopback is listened on, unless --insecure is given too.",
                    "Exit code: 0 after a clean end, 1 when it could not start, 2 when the command was misspelt."),
            List.of(INSECURE),
            List.of(new Manual.Example("runwisp daemon", "with runwisp.toml and data/ in this directory"),
                    new Manual.Example("runwisp daemon -c /etc/runwisp/runwisp.toml --data /var/lib/runwisp",
                            "with other places")));

    private final ConfigSource source;
    private final Life life;

    /** A daemon, from its first step to its last. */
    public interface Life {

        /** Lives it, and answers with the exit code. */
        int live(Invocation invocation, Config config, Path data, int warnings);
    }

    /** The command; the life begins once the configuration is known to be good. */
    public DaemonCommand(ConfigSource source, Life life) {
        this.source = source;
        this.life = life;
    }

    @Override
    public Manual manual() {
        return MANUAL;
    }

    @Override
    public int run(Invocation invocation) {
        return switch (ConfigOutcome.of(source, invocation)) {
            case ConfigOutcome.Unusable unusable -> {
                unusable.explain(invocation.console().err());
                yield ExitCode.FAILED;
            }
            case ConfigOutcome.Loaded loaded -> {
                if (!loaded.warnings().isEmpty()) {
                    new ProblemReport(invocation.console().err()).print(loaded.warnings());
                    invocation.console().flush();
                }
                yield life.live(invocation, loaded.config(), invocation.path(invocation.dataName()),
                        loaded.warnings().size());
            }
        };
    }
}
