package io.runwisp.cli;

import io.runwisp.config.grammar.NearestName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of one call, from left to right. Options of every command may stand anywhere, those of one
 * command behind its name; {@code --x y}, {@code --x=y}, {@code -x y} and {@code -xy} are the same; nothing behind
 * {@code --} is an option. Given twice, the last value counts, unless the command
 * asks for all of them.
 */
final class ArgumentReader {

    private final List<Command> commands;
    private final List<String> arguments;
    private final Map<Option, List<String>> values = new HashMap<>();
    private final List<String> operands = new ArrayList<>();
    private int next;
    private boolean optionsEnded;
    private @Nullable Command command;
    private Reading.@Nullable Fault fault;

    ArgumentReader(List<Command> commands, List<String> arguments) {
        this.commands = commands;
        this.arguments = arguments;
    }

    Reading read() {
        while (next < arguments.size() && fault == null) {
            String argument = arguments.get(next++);
            if (optionsEnded || argument.length() < 2 || argument.charAt(0) != '-') {
                word(argument);
            } else if (argument.equals("--")) {
                optionsEnded = true;
            } else if (argument.startsWith("--")) {
                longOption(argument);
            } else {
                letters(argument);
            }
        }
        return verdict();
    }

    private Reading verdict() {
        if (fault != null) {
            boolean helpFollows = arguments.subList(next, arguments.size()).contains(GlobalOptions.HELP.typed());
            return helpFollows && command != null ? new Reading.Help(command) : fault;
        }
        if (values.containsKey(GlobalOptions.HELP)) {
            return new Reading.Help(command);
        }
        if (values.containsKey(GlobalOptions.VERSION)) {
            return new Reading.Version();
        }
        return command == null ? new Reading.Nothing() : new Reading.Run(command, values, operands);
    }

    private void word(String word) {
        if (command == null) {
            command = CommandNames.find(commands, word);
            if (command == null) {
                fault = CommandNames.unknown(commands, word);
            }
        } else if (operands.size() < command.manual().operands().size() || command.manual().takesMany()) {
            operands.add(word);
        } else {
            fail("\"" + word + "\" is one argument too many for \"runwisp " + command.manual().name() + "\".");
        }
    }

    private void longOption(String argument) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
        Option option = option(name, Option.NO_LETTER);
        if (option == null) {
            unknown("--" + name, name);
        } else if (equals < 0) {
            accept(option, option.takesValue() ? following() : "");
        } else if (option.takesValue()) {
            accept(option, argument.substring(equals + 1));
        } else {
            fail(option.typed() + " takes no value.");
        }
    }

    private void letters(String argument) {
        for (int i = 1; i < argument.length() && fault == null; i++) {
            Option option = option("", argument.charAt(i));
            if (option == null) {
                unknown("-" + argument.charAt(i), "");
            } else if (option.takesValue()) {
                String rest = argument.substring(i + 1);
                String value = rest.startsWith("=") ? rest.substring(1) : rest;
                accept(option, rest.isEmpty() ? following() : value);
                return;
            } else {
                accept(option, "");
            }
        }
    }

    /** The argument behind the option. Another option is not taken for a value: that was forgotten, then. */
    private String following() {
        if (next < arguments.size()) {
            String argument = arguments.get(next);
            boolean isOption = argument.startsWith("--") || (argument.length() == 2 && argument.charAt(0) == '-'
                    && option("", argument.charAt(1)) != null);
            if (!isOption) {
                next++;
                return argument;
            }
        }
        return "";
    }

    private void accept(Option option, String value) {
        if (option.takesValue() && value.isEmpty()) {
            fail(option.typed() + " needs a value: " + option.typed() + " " + option.valueName() + ".");
        } else if (option.equals(GlobalOptions.PORT) && !isPort(value)) {
            fail(option.typed() + " must be a number from 0 to " + GlobalOptions.HIGHEST_PORT + ", not \"" + value
                    + "\".");
        } else {
            values.computeIfAbsent(option, _ -> new ArrayList<>()).add(value);
        }
    }

    private static boolean isPort(String text) {
        try {
            int port = Integer.parseInt(text);
            return port >= 0 && port <= GlobalOptions.HIGHEST_PORT;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private @Nullable Option option(String name, char letter) {
        for (Option option : known()) {
            if (letter == Option.NO_LETTER ? option.name().equals(name) : option.letter() == letter) {
                return option;
            }
        }
        return null;
    }

    private List<Option> known() {
        if (command == null) {
            return GlobalOptions.ALL;
        }
        List<Option> known = new ArrayList<>(command.manual().options());
        known.addAll(GlobalOptions.ALL);
        return known;
    }

    private void unknown(String typed, String name) {
        List<String> names = new ArrayList<>();
        for (Option option : known()) {
            names.add(option.name());
        }
        List<String> hints = new ArrayList<>();
        Optional<String> nearest = name.isEmpty() ? Optional.empty() : NearestName.in(names, name);
        nearest.ifPresent(near -> hints.add("Did you mean --" + near + "?"));
        if (command == null) {
            hints.add("Options of a command stand behind its name.");
        }
        fail("there is no option " + typed
                + (command == null ? "." : " for \"runwisp " + command.manual().name() + "\"."),
                hints);
    }

    private void fail(String title) {
        fail(title, List.of());
    }

    private void fail(String title, List<String> hints) {
        List<String> details = new ArrayList<>(hints);
        details.add(command == null
                ? "Run \"runwisp help\" to see the commands and options."
                : "Run \"runwisp help " + command.manual().name() + "\" to see what it understands.");
        fault = new Reading.Fault(title, details);
    }
}
