package io.runwisp.daemon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Several commands in one process, each behind a {@code ;}: what the build calls to let the JVM learn what a start needs. One learning process gives one cache,
 * so it must see everything that is to be quick.
 */
public final class Rehearsal {

    private static final String NEXT = ";";
    /** No command of ours: with a port and the file of a password, for whom a daemon has that comes next. */
    private static final String VISIT = "visit";

    private Rehearsal() {
    }

    /** Runs them one after the other and ends the process with the highest of their exit codes. */
    public static void main(String[] arguments) {
        List<String> command = new ArrayList<>();
        int worst = 0;
        for (String argument : arguments) {
            if (argument.equals(NEXT)) {
                worst = Math.max(worst, carryOut(command));
                command.clear();
            } else {
                command.add(argument);
            }
        }
        System.exit(Math.max(worst, carryOut(command)));
    }

    private static int carryOut(List<String> command) {
        if (!command.getFirst().equals(VISIT)) {
            return Main.call(command);
        }
        new Visitor(Integer.parseInt(command.get(1)), Path.of(command.get(2))).come();
        return 0;
    }
}
