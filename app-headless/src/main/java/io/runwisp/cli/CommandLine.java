package io.runwisp.cli;

import io.runwisp.cli.terminal.Console;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All commands of {@code runwisp}: reads the arguments, runs what they ask for, explains what they may ask for. */
public final class CommandLine {

    private final List<Command> commands;
    private final String version;
    private final Path directory;

    /**
     * The command line.
     *
     * @param commands in the order of the help, which is added to them
     * @param version as {@code --version} prints it
     * @param directory where the user stands
     */
    public CommandLine(List<Command> commands, String version, Path directory) {
        List<Command> all = new ArrayList<>(commands);
        all.add(new HelpCommand(all));
        this.commands = all;
        this.version = version;
        this.directory = directory;
    }

    /** Runs one call and answers with its exit code; what was written may still wait in the console's buffers. */
    public int run(List<String> arguments, Console console) {
        return switch (new ArgumentReader(commands, arguments).read()) {
            case Reading.Run run -> run(run, console);
            case Reading.Help help -> {
                HelpPage page = new HelpPage(console.out());
                if (help.command() == null) {
                    page.overview(commands);
                } else {
                    page.command(help.command().manual());
                }
                yield ExitCode.GOOD;
            }
            case Reading.Version _ -> {
                console.out().line("runwisp " + version);
                yield ExitCode.GOOD;
            }
            case Reading.Nothing _ -> {
                new HelpPage(console.out()).overview(commands);
                yield ExitCode.USAGE;
            }
            case Reading.Fault fault -> {
                new ErrorMessage(fault.title(), fault.details()).print(console.err());
                yield ExitCode.USAGE;
            }
        };
    }

    private int run(Reading.Run run, Console console) {
        try {
            return run.command().run(new Invocation(console, directory, run.values(), run.operands()));
        } catch (InvalidPathException e) {
            // Under LANG=C the JVM cannot even name a file whose name is not plain ASCII.
            new ErrorMessage("\"" + e.getInput() + "\" cannot be the name of a file here.",
                    List.of("If it has letters beyond ASCII, set LC_ALL=C.UTF-8 and try again."))
                .print(console.err());
            return ExitCode.USAGE;
        }
    }
}
