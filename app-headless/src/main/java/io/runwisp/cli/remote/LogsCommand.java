package io.runwisp.cli.remote;

import io.runwisp.cli.ExitCode;
import io.runwisp.cli.Invocation;
import io.runwisp.cli.Manual;
import io.runwisp.cli.Option;
import io.runwisp.client.DaemonApi;
import java.util.List;

/** {@code runwisp logs TARGET...}: what runs have printed, and what they print. */
public final class LogsCommand extends RemoteCommand<LogWish> {

    static final Option FOLLOW = Option.flag("follow", 'f', "go on as lines come");
    static final Option LINES = Option.value("lines", 'n', "N",
            "only the last N lines (default: all, with --follow 10)");
    static final Option SINCE = Option.value("since", "TIME", "only lines since: 10m, 03:15, a date");
    static final Option GREP = Option.value("grep", "TEXT", "only lines with this text, whatever the case");

    private static final Manual MANUAL = new Manual("logs", "show what runs have printed",
            List.of(new Manual.Operand("TARGET", "a task, a service, the id of a run, or a quoted pattern", true)),
            List.of("Of a task the newest run that has a process, of a service the present run of each replica. What was "
                    + "printed to the error stream goes to the error stream. When lines of several are mixed, each "
                    + "begins with whose it is: \"web#2 | \".",
                    "--follow ends with the run that it follows; a service is followed until Ctrl-C, over restarts."),
            Connection.options(FOLLOW, LINES, SINCE, GREP),
            List.of(new Manual.Example("runwisp logs backup", "the newest run of a task"),
                    new Manual.Example("runwisp logs 'web-*' -f --grep error", "several services, as it happens")));

    /** The command. */
    public LogsCommand(Connection connection) {
        super(MANUAL, connection);
    }

    @Override
    LogWish wish(Invocation invocation) {
        Usage.operand(invocation, MANUAL, "the name of a task or service, or the id of a run");
        return LogWish.of(invocation, now());
    }

    @Override
    int fulfil(LogWish wish, Invocation invocation, DaemonApi daemon) {
        Targets targets = Targets.of(invocation.operands(), daemon.tasks());
        if (targets.units().isEmpty() && targets.runs().isEmpty()) {
            return Failure.unknown(invocation, targets.unknown(), _ -> {
            });
        }
        targets.unknown().forEach(unknown -> unknown.message().print(invocation.console().err()));
        List<LogSource> sources = LogSource.of(daemon, targets);
        if (wish.follow()) {
            new LogTail(invocation.console(), daemon, wish).follow(targets, sources);
        } else {
            new LogPrint(invocation, daemon, wish).print(sources, targets.unknown());
        }
        return targets.unknown().isEmpty() ? ExitCode.GOOD : ExitCode.FAILED;
    }
}
