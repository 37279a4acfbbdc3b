package io.runwisp.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the kernel says of a process.
 *
 * @param state its state as one letter
 * @param parent the number of its parent
 * @param group the number of its process group
 * @param startTicks its start, in ticks since the machine's start
 */
record ProcessStat(long pid, char state, long parent, long group, long session, long startTicks) {

    private static final int PARENT = 1;
    private static final int GROUP = 2;
    private static final int SESSION = 3;
    private static final int START = 19;

    /** Reads that of a process; empty when there is none. */
    static Optional<ProcessStat> of(Path proc, long pid) {
        try {
            return parse(pid, Files.readString(proc.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Reads the line of {@code /proc/<pid>/stat}: the name in brackets may contain anything, brackets and blanks too. */
    static Optional<ProcessStat> parse(long pid, String line) {
        int name = line.lastIndexOf(')');
        String[] fields = name < 0 ? new String[0] : line.substring(name + 1).strip().split(" ", -1);
        if (fields.length <= START || fields[0].length() != 1) {
            return Optional.empty();
        }
        try {
            return Optional
                .of(new ProcessStat(pid, fields[0].charAt(0), Long.parseLong(fields[PARENT]),
                        Long.parseLong(fields[GROUP]), Long.parseLong(fields[SESSION]),
                        Long.parseLong(fields[START])));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** Whether it still executes: one that is dead already only waits for its parent to ask. */
    boolean lives() {
        return state != 'Z' && state != 'X' && state != 'x';
    }
}
