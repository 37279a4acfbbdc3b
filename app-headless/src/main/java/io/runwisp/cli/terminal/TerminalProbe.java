package io.runwisp.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out whether a descriptor of this process leads to a terminal. */
final class TerminalProbe {

    private TerminalProbe() {
    }

    /**
     * Asks Linux about this one descriptor. Elsewhere the JDK is asked, which knows only whether input and output are a
     * terminal both.
     */
    @SuppressWarnings("SystemConsoleNull") // JDK 25 answers null again when there is no terminal.
    static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            java.io.Console console = System.console();
            return console != null && console.isTerminal();
        }
    }
}
