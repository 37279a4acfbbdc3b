package io.runwisp.process;

import io.runwisp.config.grammar.ScriptShells;
import io.runwisp.engine.definition.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Makes of a command what the kernel wants, with the gate in front of it; says so when it cannot work. Belongs to the spawner thread. */
final class Programs {

    private static final String GATE_SHELL = "/bin/sh";
    private static final String GATE_NAME = "runwisp-gate";
    /** One line opens it, the end of the daemon shuts it for ever. The name of the variable is one that no child has. */
    private static final String GATE = "read -r RUNWISP_GATE || exit 125\n";
    private static final String THROUGH_GATE = "exec \"$@\" </dev/null";
    /** The kernel takes no argument that is longer, its end included. */
    private static final int LONGEST_ARGUMENT = 128 * 1024 - 1;
    /** Characters in a piece of a script that is too long: none has more than three bytes each. */
    private static final int PIECE_CHARS = LONGEST_ARGUMENT / 3;

    private final ToIntFunction<String> executable;
    private final Variables variables;
    private final Accounting accounting;

    /** What became of a command. */
    sealed interface Prepared {
    }

    /** It can be started. */
    record Ready(Spawn.Program program) implements Prepared {
    }

    /** It cannot be started. */
    record Impossible(String reason) implements Prepared {
    }

    /**
     * Programs.
     *
     * @param executable whether a path can be executed or, for a directory, entered: 0, or an error with its sign turned
     */
    Programs(ToIntFunction<String> executable, Variables variables, Accounting accounting) {
        this.executable = executable;
        this.variables = variables;
        this.accounting = accounting;
    }

    /** Looks up and checks everything that a command needs. */
    Prepared prepare(Command command, boolean dieWithDaemon) {
        Accounting.Change change = null;
        if (command.user() != null) {
            switch (accounting.change(command.user())) {
                case Accounting.Impossible(String reason) -> {
                    return new Impossible(reason);
                }
                case Accounting.Change found -> change = found;
            }
        }
        Account account = change == null ? null : change.account();
        String directory = directory(command.workingDir(), account);
        String obstacle = directory == null ? null : obstacleIn(directory);
        obstacle = obstacle == null ? obstacleAt(command.shell()) : obstacle;
        List<String> words = shellWords(command);
        if (obstacle == null && words.isEmpty()) {
            obstacle = "the script has more than 128 KiB, more than the kernel hands to \"" + command.shell()
                    + "\"; put it into a file and run that";
        }
        return obstacle != null
                ? new Impossible(obstacle)
                : new Ready(new Spawn.Program(arguments(command, dieWithDaemon, change, words),
                        variables.child(command.base(), command.shell(), account, this::own, command.environment()),
                        directory));
    }

    private List<byte[]> arguments(Command command, boolean dieWithDaemon, Accounting.@Nullable Change change,
            List<String> shell) {
        String mask = command.umask() == null ? "" : "umask " + command.umask() + "\n";
        List<String> words = new ArrayList<>(List.of(GATE_SHELL, "-c", GATE + mask + THROUGH_GATE, GATE_NAME));
        if (change != null) {
            words.addAll(change.prefix());
        }
        if (dieWithDaemon) {
            // After the change of the account, which makes the kernel forget it.
            words.addAll(accounting.dieWithDaemon());
        }
        words.addAll(shell);
        return words.stream().map(Spawn::bytes).toList();
    }

    /** The shell with the script; nothing when the script is too long for it. */
    private static List<String> shellWords(Command command) {
        boolean posix = ScriptShells.takesStopAtError(command.shell());
        List<String> words = new ArrayList<>(List.of(command.shell()));
        if (posix) {
            words.add("-e");
        }
        words.add("-c");
        String script = command.script();
        if (Spawn.bytes(script).length <= LONGEST_ARGUMENT) {
            words.add(script);
            return words;
        }
        return posix ? inPieces(words, script) : List.of();
    }

    /** A POSIX shell puts the pieces together again, and forgets that they were its arguments. */
    private static List<String> inPieces(List<String> words, String script) {
        List<String> pieces = new ArrayList<>();
        StringBuilder all = new StringBuilder("eval \"set --; ");
        for (int from = 0; from < script.length();) {
            int to = Math.min(script.length(), from + PIECE_CHARS);
            if (to < script.length() && Character.isLowSurrogate(script.charAt(to))) {
                to--;
            }
            pieces.add(script.substring(from, to));
            all.append("${").append(pieces.size()).append('}');
            from = to;
        }
        words.add(all.append('"').toString());
        words.add(words.getFirst());
        words.addAll(pieces);
        return words;
    }

    private Account own() {
        return accounting.own(variables);
    }

    private @Nullable String directory(@Nullable String configured, @Nullable Account account) {
        if (configured == null || !configured.equals("~") && !configured.startsWith("~/")) {
            return configured;
        }
        return (account == null ? own() : account).home() + configured.substring(1);
    }

    private @Nullable String obstacleIn(String directory) {
        int error = -executable.applyAsInt(directory + "/.");
        return switch (error) {
            case 0 -> null;
            case Libc.ENOENT -> "working_dir = \"" + directory + "\" does not exist; create it, or correct the key";
            case Libc.ENOTDIR -> "working_dir = \"" + directory + "\" is not a directory; correct the key";
            case Libc.EACCES -> "working_dir = \"" + directory + "\" may not be entered by the daemon";
            default -> "working_dir = \"" + directory + "\" cannot be entered: " + Libc.message(error);
        };
    }

    private @Nullable String obstacleAt(String shell) {
        int error = -executable.applyAsInt(shell);
        boolean directory = error == 0 && executable.applyAsInt(shell + "/.") == 0;
        if (directory) {
            return "shell = \"" + shell + "\" is a directory; name a program";
        }
        return switch (error) {
            case 0 -> null;
            case Libc.ENOENT -> "shell = \"" + shell + "\" does not exist; install it, or correct the key";
            case Libc.EACCES -> "shell = \"" + shell + "\" may not be executed";
            default -> "shell = \"" + shell + "\" cannot be executed: " + Libc.message(error);
        };
    }
}
