package io.runwisp.cli;

import io.runwisp.cli.terminal.Printer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code runwisp completion SHELL}: a script that lets a shell complete commands, options and names of units. */
public final class CompletionCommand implements Command {

    private static final String UNITS = "units";

    private static final Manual MANUAL = new Manual("completion", "print a script for completion in bash, zsh or fish",
            List.of(new Manual.Operand("SHELL",
                    "bash, zsh or fish; \"units\" prints the names that the scripts offer")),
            List.of("bash: eval \"$(runwisp completion bash)\" in ~/.bashrc. zsh: the same with zsh in ~/.zshrc, behind "
                    + "compinit. fish: runwisp completion fish > ~/.config/fish/completions/runwisp.fish. Names of units "
                    + "come from the configuration of the directory in which one stands."),
            List.of(), List.of(new Manual.Example("eval \"$(runwisp completion bash)\"", "try it in this shell")));

    private final List<Command> commands;
    private final ConfigSource source;

    /** The command; the list may still grow after this. */
    public CompletionCommand(List<Command> commands, ConfigSource source) {
        this.commands = commands;
        this.source = source;
    }

    @Override
    public Manual manual() {
        return MANUAL;
    }

    @Override
    public int run(Invocation invocation) {
        Printer out = invocation.console().out();
        switch (invocation.operands().isEmpty() ? "" : invocation.operands().getFirst()) {
            case "bash" -> bash(out);
            case "zsh" -> zsh(out);
            case "fish" -> fish(out);
            case UNITS -> units(invocation);
            default -> {
                new ErrorMessage("completion needs the name of a shell: bash, zsh or fish.", List.of())
                    .print(invocation.console().err());
                return ExitCode.USAGE;
            }
        }
        return ExitCode.GOOD;
    }

    /** A file with errors offers nothing: a shell that completes is no place for messages. */
    private void units(Invocation invocation) {
        if (ConfigOutcome.of(source, invocation.withoutOperands()) instanceof ConfigOutcome.Loaded loaded) {
            loaded.config().units().keySet().forEach(invocation.console().out()::line);
        }
    }

    private List<Manual> manuals() {
        List<Manual> manuals = new ArrayList<>();
        commands.forEach(command -> manuals.add(command.manual()));
        manuals.add(new HelpCommand(commands).manual());
        return manuals;
    }

    private static String options(List<Option> options) {
        return options.stream()
            .map(option -> option.letter() == Option.NO_LETTER ? option.typed()
                    : option.typed() + " -" + option.letter())
            .collect(Collectors.joining(" "));
    }

    private String names() {
        return manuals().stream().map(Manual::name).collect(Collectors.joining(" "));
    }

    private static boolean takesUnits(Manual manual) {
        return manual.operands()
            .stream()
            .anyMatch(operand -> List.of("UNIT", "TARGET", "TASK").contains(operand.name()));
    }

    private void bash(Printer out) {
        out.line("_runwisp() {");
        function(out, "COMP_WORDS", "COMP_CWORD", 0);
        out.line("  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))");
        out.line("  [ -n \"$words\" ] || COMPREPLY=($(compgen -f -- \"$cur\"))");
        out.line("}");
        out.line("complete -F _runwisp runwisp");
    }

    private void zsh(Printer out) {
        out.line("_runwisp() {");
        out.line("  local at=$((CURRENT - 1))");
        function(out, "words_", "at", 1);
        out.line("  [ -n \"$words\" ] && compadd -- ${=words} || _files");
        out.line("}");
        out.line("compdef _runwisp runwisp");
    }

    /** What may stand where the cursor is, in {@code words}. */
    private void function(Printer out, String array, String at, int first) {
        String index = first == 0 ? "$" + at : "$CURRENT";
        if (first == 1) {
            out.line("  local -a words_=(\"${words[@]}\")");
            out.line("  local words");
        }
        out.line("  local cur=\"${" + array + "[" + index + "]}\" command=\"\" words=\"\" i");
        out.line("  for ((i = " + (first + 1) + "; i < " + index + "; i++)); do");
        out.line("    case \"${" + array + "[i]}\" in -*) ;; *) command=\"${" + array + "[i]}\"; break ;; esac");
        out.line("  done");
        out.line("  case \"$command\" in");
        out.line("    '') words=\"" + names() + " " + options(GlobalOptions.ALL) + "\" ;;");
        for (Manual manual : manuals()) {
            String offered = options(manual.options()) + " " + options(GlobalOptions.ALL);
            out.line("    " + manual.name() + ") case \"$cur\" in -*) words=\"" + offered.strip() + "\" ;; *) words="
                    + offer(manual) + " ;; esac ;;");
        }
        out.line("  esac");
    }

    private String offer(Manual manual) {
        if (takesUnits(manual)) {
            return "\"$(runwisp completion units 2>/dev/null)\"";
        }
        if (manual.name().equals("help")) {
            return "\"" + names() + "\"";
        }
        return manual.name().equals(MANUAL.name()) ? "\"bash zsh fish\"" : "\"\"";
    }

    private void fish(Printer out) {
        out.line("complete -c runwisp -f");
        for (Option option : GlobalOptions.ALL) {
            out.line("complete -c runwisp " + fish(option));
        }
        for (Manual manual : manuals()) {
            out.line("complete -c runwisp -n __fish_use_subcommand -a " + manual.name() + " -d "
                    + quoted(manual.summary()));
            String seen = "complete -c runwisp -n '__fish_seen_subcommand_from " + manual.name() + "' ";
            manual.options().forEach(option -> out.line(seen + fish(option)));
            if (takesUnits(manual)) {
                out.line(seen + "-a '(runwisp completion units 2>/dev/null)'");
            }
        }
    }

    private static String fish(Option option) {
        return "-l " + option.name() + (option.letter() == Option.NO_LETTER ? "" : " -s " + option.letter())
                + (option.takesValue() ? " -r" : "") + " -d " + quoted(option.summary());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
