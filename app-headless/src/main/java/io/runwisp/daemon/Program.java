package io.runwisp.daemon;

import io.runwisp.cli.Command;
import io.runwisp.cli.CommandLine;
import io.runwisp.cli.CompletionCommand;
import io.runwisp.cli.ConfigSource;
import io.runwisp.cli.DaemonCommand;
import io.runwisp.cli.ErrorMessage;
import io.runwisp.cli.ExecCommand;
import io.runwisp.cli.ExitCode;
import io.runwisp.cli.InitCommand;
import io.runwisp.cli.ListCommand;
import io.runwisp.cli.NotifyCommand;
import io.runwisp.cli.OpenapiCommand;
import io.runwisp.cli.PasswordCommand;
import io.runwisp.cli.SchemaCommand;
import io.runwisp.cli.ValidateCommand;
import io.runwisp.cli.remote.Connection;
import io.runwisp.cli.remote.DaemonUnits;
import io.runwisp.cli.remote.Daemons;
import io.runwisp.cli.remote.LogsCommand;
import io.runwisp.cli.remote.NextCommand;
import io.runwisp.cli.remote.ReloadCommand;
import io.runwisp.cli.remote.RunTaskCommand;
import io.runwisp.cli.remote.RunsCommand;
import io.runwisp.cli.remote.StatusCommand;
import io.runwisp.cli.remote.UnitVerbCommand;
import io.runwisp.cli.remote.WhyCommand;
import io.runwisp.cli.terminal.Console;
import io.runwisp.config.Surroundings;
import io.runwisp.config.load.ConfigLoader;
import io.runwisp.daemon.boot.DiskSteps;
import io.runwisp.daemon.boot.OwnSteps;
import io.runwisp.daemon.life.Clocks;
import io.runwisp.daemon.life.DaemonLife;
import io.runwisp.daemon.life.ExecLife;
import io.runwisp.data.MachineId;
import io.runwisp.schedule.CronGrammar;
import io.runwisp.time.SystemMonotonicClock;
import io.runwisp.time.WallClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** RunWisp, wired together for one call: which command gets what. */
public final class Program {

    private static final String DEBUG = "RUNWISP_DEBUG";

    private final Map<String, String> environment;
    private final CommandLine commandLine;

    /**
     * Wires everything; nothing is loaded that the call may not need.
     *
     * @param surroundings asked for when a configuration is read
     * @param echo where the output of a run in the terminal goes
     * @param daemons the way to the daemon that a command talks to
     */
    public Program(Map<String, String> environment, Path directory, Supplier<Surroundings> surroundings,
            WallClock clock, String version, ExecLife.Echo echo, Daemons daemons) {
        CronGrammar grammar = new CronGrammar(clock::now);
        ConfigSource source = file -> new ConfigLoader(grammar, surroundings.get()).load(file);
        Clocks clocks = new Clocks(clock, new SystemMonotonicClock());
        Function<Path, OwnSteps> steps = data -> new DiskSteps(data, directory, environment,
                new MachineId(surroundings.get().hostName()), SecureRandom::new);
        Connection connection = new Connection(environment, daemons, clock, ZoneId::systemDefault);
        List<Command> commands = new ArrayList<>(List.of(
                new InitCommand(environment, SecureRandom::new),
                new ValidateCommand(source, clock),
                new ListCommand(source, new DaemonUnits(connection)),
                new SchemaCommand(),
                new DaemonCommand(source, new DaemonLife(environment, version, clocks, source, steps, Signals::hear)),
                new ExecCommand(source, new ExecLife(environment, clocks, steps, Signals::hear, echo)),
                new StatusCommand(connection),
                new RunTaskCommand(connection),
                new RunsCommand(connection),
                new LogsCommand(connection)));
        commands.addAll(UnitVerbCommand.all(connection));
        commands.addAll(List.of(
                new WhyCommand(connection),
                new NextCommand(connection),
                new ReloadCommand(connection),
                new PasswordCommand(environment),
                new NotifyCommand(source, new Trials(environment, surroundings, clock)),
                new OpenapiCommand(),
                new CompletionCommand(commands, source)));
        this.environment = Map.copyOf(environment);
        this.commandLine = new CommandLine(commands, version, directory);
    }

    /** Runs one call and answers with its exit code. A fault of its own becomes a message and exit code 1. */
    public int run(List<String> arguments, Console console) {
        return guarded(() -> commandLine.run(arguments, console), console);
    }

    /** Something that answers with an exit code. */
    interface Work {

        int run();
    }

    int guarded(Work work, Console console) {
        try {
            return work.run();
        } catch (RuntimeException | Error fault) {
            console.out().flush();
            report(fault, console);
            return ExitCode.FAILED;
        }
    }

    private void report(Throwable fault, Console console) {
        if (fault instanceof OutOfMemoryError) {
            new ErrorMessage("RunWisp ran out of memory",
                    List.of("The configuration is larger than the memory that the JVM "
                            + "may take. Set RUNWISP_JAVA_OPTS=-Xmx512m and run the same command again."))
                .print(console.err());
            return;
        }
        boolean debug = environment.getOrDefault(DEBUG, "").equals("1");
        String said = fault.getMessage() == null ? "" : ": " + fault.getMessage();
        String title = "RunWisp ran into a fault of its own: " + fault.getClass().getSimpleName() + said;
        List<String> details = debug
                ? List.of()
                : List.of("This is a bug in RunWisp, not in your configuration. Run the same command with " + DEBUG
                        + "=1 to see where it happened, and send that with your report.");
        new ErrorMessage(title, details).print(console.err());
        if (debug) {
            console.err().line();
            fault.printStackTrace(console.err().stream());
        }
    }
}
