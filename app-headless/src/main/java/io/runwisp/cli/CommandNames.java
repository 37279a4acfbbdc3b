package io.runwisp.cli;

import io.runwisp.config.grammar.NearestName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks commands up by what a person typed. */
final class CommandNames {

    private CommandNames() {
    }

    /** The command of that name, or null. */
    static @Nullable Command find(List<Command> commands, String name) {
        for (Command command : commands) {
            if (command.manual().name().equals(name)) {
                return command;
            }
        }
        return null;
    }

    /** What to say when there is none. */
    static Reading.Fault unknown(List<Command> commands, String name) {
        List<String> names = new ArrayList<>();
        for (Command command : commands) {
            names.add(command.manual().name());
        }
        List<String> details = new ArrayList<>();
        NearestName.in(names, name).ifPresent(near -> details.add("Did you mean \"runwisp " + near + "\"?"));
        details.add("Run \"runwisp help\" to see the commands and options.");
        return new Reading.Fault("there is no command \"" + name + "\".", details);
    }
}
