package io.runwisp.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Which pipes a process has open, as {@code /proc} shows it. What may not be looked at holds none. */
final class PipeHolders {

    private static final String PIPE = "pipe:[";

    private PipeHolders() {
    }

    /** The inodes of the pipes that a process has open. */
    static Set<Long> pipesOf(long pid) {
        Set<Long> pipes = new HashSet<>();
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path entry : open) {
                add(entry, pipes);
            }
        } catch (IOException | DirectoryIteratorException _) {
            // It has ended, or it belongs to somebody else.
        }
        return pipes;
    }

    private static void add(Path entry, Set<Long> pipes) {
        try {
            String target = Files.readSymbolicLink(entry).toString();
            if (target.startsWith(PIPE)) {
                pipes.add(Long.valueOf(target.substring(PIPE.length(), target.length() - 1)));
            }
        } catch (IOException _) {
            // Closed in the meantime.
        }
    }
}
