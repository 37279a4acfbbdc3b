package io.runwisp.config.grammar;

/** What is known about shells by the name of their program. */
public final class ScriptShells {

    private ScriptShells() {
    }

    /** Whether the program at this path is a POSIX shell, whose {@code -e} stops at the first failing line. */
    public static boolean takesStopAtError(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "sh", "bash", "dash", "ash", "busybox", "ksh", "ksh93", "mksh", "lksh", "pdksh", "oksh", "loksh",
                    "zsh",
                    "yash" ->
                true;
            default -> false;
        };
    }
}
