package io.runwisp.cli;

import java.util.List;

/** {@code runwisp help [COMMAND]}: explains all commands, or one. */
final class HelpCommand implements Command {

    private static final Manual MANUAL = new Manual("help", "explain a command",
            List.of(new Manual.Operand("COMMAND", "the command to explain (default: an overview of all)")),
            List.of(), List.of(), List.of());

    private final List<Command> commands;

    /** The list may still grow after this. */
    HelpCommand(List<Command> commands) {
        this.commands = commands;
    }

    @Override
    public Manual manual() {
        return MANUAL;
    }

    @Override
    public int run(Invocation invocation) {
        HelpPage page = new HelpPage(invocation.console().out());
        if (invocation.operands().isEmpty()) {
            page.overview(commands);
            return ExitCode.GOOD;
        }
        String name = invocation.operands().getFirst();
        Command command = CommandNames.find(commands, name);
        if (command == null) {
            Reading.Fault fault = CommandNames.unknown(commands, name);
            new ErrorMessage(fault.title(), fault.details()).print(invocation.console().err());
            return ExitCode.USAGE;
        }
        page.command(command.manual());
        return ExitCode.GOOD;
    }
}
