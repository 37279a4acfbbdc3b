package io.runwisp.config.problem;

import java.nio.file.Path;
import java.util.List;

/**
 * One configuration file as it was read.
 *
 * @param path where it lies, absolute
 * @param shown its name in messages: as the user gave it, or relative to the root file
 * @param lines its text, line by line, without line ends
 */
public record SourceFile(Path path, String shown, List<String> lines) {

    public SourceFile {
        lines = List.copyOf(lines);
    }

    /** Splits a text the way TOML counts lines: at LF, with a CR before it dropped. */
    public static SourceFile of(Path path, String shown, String text) {
        return new SourceFile(path, shown, List.of(text.split("\r?\n", -1)));
    }

    /** The line with that number, counted from 1; empty beyond the end. */
    public String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    /** The directory that relative paths of this file start from. */
    public Path directory() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }
}
