package io.runwisp.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The standard output and error of this process, written as UTF-8 whatever the locale. */
public final class StandardStreams {

    private static final int BUFFER = 8192;

    private final StandardStream out = new StandardStream(new FileOutputStream(FileDescriptor.out));
    private final StandardStream err = new StandardStream(new FileOutputStream(FileDescriptor.err));
    private final Console console;

    /** Looks at the environment once. */
    public StandardStreams(Map<String, String> environment) {
        Appearance appearance = Appearance.of(environment, System.getProperty("native.encoding", ""));
        console = new Console(printer(out, 1, appearance), printer(err, 2, appearance));
    }

    private static Printer printer(StandardStream stream, int descriptor, Appearance appearance) {
        PrintStream print = new PrintStream(new BufferedOutputStream(stream, BUFFER), false, StandardCharsets.UTF_8);
        boolean terminal = TerminalProbe.isTerminal(descriptor);
        return new Printer(print, terminal, appearance.colourOn(terminal), appearance.glyphs(), appearance.width());
    }

    /** What a command writes to. */
    public Console console() {
        return console;
    }

    /**
     * Flushes both streams and says why the output did not arrive whole; null when it did. A reader that had enough, as
     * in {@code runwisp schema | head}, is no failure.
     */
    public @Nullable String close() {
        console.flush();
        IOException failure = out.failure();
        if (failure == null) {
            return null;
        }
        String reason = failure.getMessage();
        return reason == null || reason.contains("Broken pipe") ? null : reason;
    }
}
