package io.runwisp.cli.remote;

import io.runwisp.cli.Command;
import io.runwisp.cli.CommandLine;
import io.runwisp.cli.terminal.RecordingConsole;
import io.runwisp.client.http.DaemonAddress;
import io.runwisp.client.http.HttpDaemonApi;
import io.runwisp.daemon.life.TestDaemon;
import io.runwisp.time.SystemWallClock;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A daemon with a few units, and somebody who types commands beside it, in a pipe. */
final class Shop implements AutoCloseable {

    private static final String UNITS = """
            [services.web]
            run = "echo serving; exec sleep 600"

            [tasks.backup]
            cron = "20 3 * * *"
            run  = "echo one; echo two >&2; printf '\\\\033[31mred\\\\033[0m\\\\n'"

            [tasks.broken]
            run = "echo no such file >&2; exit 3"

            [tasks.lost]
            run         = "pwd"
            working_dir = "/nonexistent/lost"

            [tasks.slow]
            run        = "exec sleep 600"
            on_overlap = "skip"

            [tasks.export]
            run    = "echo $MONTH"
            params = [
              { env = "MONTH", default = "none" },
              { option = "--since=", default = "always" },
              { option = "--limit", type = "number", default = 5 },
              { flag = "--draft" },
            ]
            """;

    private final Path folder;
    private final TestDaemon daemon;

    /** What a call wrote and how it ended. */
    record Call(int code, String out, String err) {
    }

    Shop(Path folder) {
        this.folder = folder;
        this.daemon = new TestDaemon(folder, UNITS);
    }

    /** Where it listens. */
    DaemonAddress address() {
        return daemon.address();
    }

    /** Calls a command that knows the password. */
    Call call(String... arguments) {
        return callWith(HttpDaemonApi::new, TestDaemon.PASSWORD, arguments);
    }

    /** Calls a command that reaches daemons in this way, with this password. */
    Call callWith(Daemons daemons, String password, String... arguments) {
        Map<String, String> environment = Map.of("RUNWISP_PASSWORD", password, "XDG_CACHE_HOME",
                folder.resolve("cache-" + password).toString());
        Connection connection = new Connection(environment, daemons, new SystemWallClock(), () -> ZoneOffset.UTC);
        List<Command> commands = new ArrayList<>(UnitVerbCommand.all(connection));
        commands.addAll(List.of(new StatusCommand(connection), new RunTaskCommand(connection),
                new RunsCommand(connection), new LogsCommand(connection), new WhyCommand(connection),
                new NextCommand(connection), new ReloadCommand(connection)));
        List<String> line = new ArrayList<>(List.of(arguments));
        if (!line.contains("--url")) {
            line.addAll(List.of("--url", daemon.address().toString()));
        }
        RecordingConsole console = RecordingConsole.pipe();
        int code = new CommandLine(commands, "1.2.3", folder).run(line, console.console());
        return new Call(code, console.out(), console.err());
    }

    @Override
    public void close() {
        daemon.close();
    }
}
