package io.runwisp.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A console that remembers what was written to it. Colours come out as tags, so that expected texts can be read. */
public final class RecordingConsole {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console;

    private RecordingConsole(boolean terminal, boolean colour, Glyphs glyphs, int width) {
        console = new Console(
                new Printer(new PrintStream(out, false, StandardCharsets.UTF_8), terminal, colour, glyphs, width),
                new Printer(new PrintStream(err, false, StandardCharsets.UTF_8), terminal, colour, glyphs, width));
    }

    /** Both streams are pipes. */
    public static RecordingConsole pipe() {
        return new RecordingConsole(false, false, Glyphs.UNICODE, 100);
    }

    /** Both streams are pipes, and the lines are as wide as given. */
    public static RecordingConsole pipe(int width) {
        return new RecordingConsole(false, false, Glyphs.UNICODE, width);
    }

    /** Both streams lead to a terminal with colours. */
    public static RecordingConsole colours() {
        return new RecordingConsole(true, true, Glyphs.UNICODE, 100);
    }

    /** Both streams lead to a terminal without colours. */
    public static RecordingConsole terminal(int width) {
        return new RecordingConsole(true, false, Glyphs.UNICODE, width);
    }

    /** Both streams lead where only ASCII can be shown. */
    public static RecordingConsole ascii() {
        return new RecordingConsole(false, false, Glyphs.ASCII, 100);
    }

    public Console console() {
        return console;
    }

    /** What went to the output. */
    public String out() {
        console.flush();
        return tagged(out.toString(StandardCharsets.UTF_8));
    }

    /** What went to the error stream. */
    public String err() {
        console.flush();
        return tagged(err.toString(StandardCharsets.UTF_8));
    }

    private static String tagged(String text) {
        return text.replace("\u001b[0m", "</>")
            .replace("\u001b[1;31m", "<bad>")
            .replace("\u001b[1;33m", "<warning>")
            .replace("\u001b[32m", "<good>")
            .replace("\u001b[36m", "<accent>")
            .replace("\u001b[1m", "<strong>")
            .replace("\u001b[2m", "<quiet>");
    }
}
