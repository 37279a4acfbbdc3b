package io.runwisp.cli;

import io.runwisp.cli.terminal.Printer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code runwisp completion SHELL}: a script that lets a shell complete commands, options and names of units. */
public final class CompletionCommand implements Command {

    private static final String UNITS = "units";
    /** Names of values that are files. */
    private static final List<String> FILES = List.of("FILE", "DIR");

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
        function(out, "COMP_WORDS", "COMP_CWORD", 1);
        out.line("  COMPREPLY=($(compgen -W \"$offer\" -- \"$cur\"))");
        out.line("  [ -n \"$offer\" ] || COMPREPLY=($(compgen -f -- \"$cur\"))");
        out.line("}");
        out.line("complete -F _runwisp runwisp");
    }

    private void zsh(Printer out) {
        out.line("_runwisp() {");
        function(out, "words", "CURRENT", 2);
        out.line("  if [ -n \"$offer\" ]; then compadd -- ${=offer}; else _files; fi");
        out.line("}");
        out.line("compdef _runwisp runwisp");
    }

    /**
     * What may stand where the cursor is, in {@code offer}; nothing where a value or a file is expected. Bash takes {@code --config=x} for three words.
     *
     * @param first the index of the first word behind the program
     */
    private void function(Printer out, String words, String cursor, int first) {
        out.line("  local cur=\"${" + words + "[" + cursor + "]}\" before=\"${" + words + "[" + cursor
                + " - 1]}\" config= command= offer= i");
        out.line("  for ((i = " + first + "; i < " + cursor + "; i++)); do");
        out.line("    case \"${" + words + "[i]}\" in");
        out.line("      " + valued(GlobalOptions.ALL) + ")");
        out.line("        local option=\"${" + words + "[i]}\"");
        out.line("        i=$((i + 1))");
        out.line("        [ \"${" + words + "[i]}\" != = ] || i=$((i + 1))");
        out.line("        case \"$option\" in " + valued(List.of(GlobalOptions.CONFIG)) + ") config=\"${" + words
                + "[i]}\" ;; esac ;;");
        out.line("      -*) ;;");
        out.line("      *) command=\"${" + words + "[i]}\"; break ;;");
        out.line("    esac");
        out.line("  done");
        out.line("  case \"$command $before\" in");
        for (Manual manual : manuals()) {
            if (manual.options().stream().anyMatch(Option::takesValue)) {
                out.line("    " + valued(manual.options().stream(), "\"" + manual.name() + " \"") + ") return ;;");
            }
        }
        out.line("    " + valued(GlobalOptions.ALL.stream(), "*\" \"") + ") ;;");
        out.line("    ' '*) offer=\"" + names() + " " + options(GlobalOptions.ALL) + "\" ;;");
        for (Manual manual : manuals()) {
            String offered = options(manual.options()) + " " + options(GlobalOptions.ALL);
            out.line("    " + manual.name() + "\" \"*) case \"$cur\" in -*) offer=\"" + offered.strip()
                    + "\" ;; *) offer=" + offer(manual) + " ;; esac ;;");
        }
        out.line("  esac");
    }

    private static String valued(List<Option> options) {
        return valued(options.stream(), "");
    }

    private static String valued(Stream<Option> options, String lead) {
        return options.filter(Option::takesValue)
            .flatMap(option -> option.letter() == Option.NO_LETTER
                    ? Stream.of(option.typed())
                    : Stream.of(option.typed(), "-" + option.letter()))
            .map(typed -> lead + typed)
            .collect(Collectors.joining(" | "));
    }

    private String offer(Manual manual) {
        if (takesUnits(manual)) {
            return "\"$(runwisp completion units ${config:+--config=\"$config\"} 2>/dev/null)\"";
        }
        return "\"" + words(manual) + "\"";
    }

    private void fish(Printer out) {
        out.line("function __runwisp_command");
        out.line("  set -l skip");
        out.line("  for word in (commandline -opc)[2..-1]");
        out.line("    if set -q skip[1]; set -e skip[1]; continue; end");
        out.line("    switch $word");
        out.line("      case " + valued(GlobalOptions.ALL).replace(" | ", " "));
        out.line("        set skip value");
        out.line("      case '-*'");
        out.line("      case '*'");
        out.line("        echo $word");
        out.line("        return 0");
        out.line("    end");
        out.line("  end");
        out.line("  return 1");
        out.line("end");
        out.line("function __runwisp_units");
        out.line("  set -l words (commandline -opc)");
        out.line("  for option in " + valued(List.of(GlobalOptions.CONFIG)).replace(" | ", " "));
        out.line("    set -l at (contains -i -- $option $words); and set -l config --config $words[(math $at + 1)]");
        out.line("    set -q config[2]; and runwisp completion units $config 2>/dev/null; and return");
        out.line("  end");
        out.line("  runwisp completion units 2>/dev/null");
        out.line("end");
        out.line("complete -c runwisp -f");
        for (Option option : GlobalOptions.ALL) {
            out.line("complete -c runwisp " + fish(option));
        }
        for (Manual manual : manuals()) {
            out.line("complete -c runwisp -n 'not __runwisp_command >/dev/null' -a " + manual.name() + " -d "
                    + quoted(manual.summary()));
            String behind = "complete -c runwisp -n 'contains -- " + manual.name() + " (__runwisp_command)' ";
            manual.options().forEach(option -> out.line(behind + fish(option)));
            if (takesUnits(manual)) {
                out.line(behind + "-a '(__runwisp_units)'");
            } else if (!words(manual).isEmpty()) {
                out.line(behind + "-a " + quoted(words(manual)));
            } else if (!manual.operands().isEmpty()) {
                out.line(behind + "-F");
            }
        }
    }

    /** What its operand may be, where that is known beforehand. */
    private String words(Manual manual) {
        return switch (manual.name()) {
            case "help" -> names();
            case "completion" -> "bash zsh fish";
            case "notify" -> "test";
            default -> "";
        };
    }

    private static String fish(Option option) {
        return "-l " + option.name() + (option.letter() == Option.NO_LETTER ? "" : " -s " + option.letter())
                + (option.takesValue() ? " -r" : "") + (FILES.contains(option.valueName()) ? " -F" : "") + " -d "
                + quoted(option.summary());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
