package io.runwisp.api.local;

import io.runwisp.model.Run;
import io.runwisp.model.RunStart;
import io.runwisp.output.format.LogFiles;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Where the logs of runs lie. What a row says becomes a path only when it is the name of a log, and what lies there counts only when it is a plain file in a
 * plain directory.
 *
 * @param directory the directory of all logs
 */
public record LogPlaces(Path directory) {

    /** Where the log of a run is. */
    sealed interface Place {
    }

    /** It never had one. */
    record Never() implements Place {
    }

    /** It is there. */
    record At(LogFiles files) implements Place {
    }

    /** It cannot be read, and this is why. */
    record Gone(String why) implements Place {
    }

    Place of(Run run) {
        RunStart start = run.start();
        String name = start == null ? null : start.logFile();
        if (name == null || name.isEmpty()) {
            return new Never();
        }
        if (name.indexOf('/') >= 0 || name.indexOf('\0') >= 0 || !name.endsWith(".log")) {
            return new Gone("its record does not have the name of a log");
        }
        Path unit = directory.resolve(LogFiles.directoryName(run.taskName()));
        LogFiles files = LogFiles.in(unit, name);
        if (!Files.isDirectory(unit, LinkOption.NOFOLLOW_LINKS) && Files.exists(unit, LinkOption.NOFOLLOW_LINKS)) {
            return new Gone(unit + " is not a directory of its own");
        }
        boolean current = Files.exists(files.log(), LinkOption.NOFOLLOW_LINKS);
        boolean previous = Files.exists(files.previousLog(), LinkOption.NOFOLLOW_LINKS);
        if (!current && !previous) {
            return new Gone("its file is not there any more");
        }
        if (current && !isPlain(files.log()) || previous && !isPlain(files.previousLog())) {
            return new Gone(files.log() + " is not a plain file");
        }
        return new At(files);
    }

    private static boolean isPlain(Path file) {
        // A file that a rotation has just renamed is no longer there, which is none of our business here.
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }
}
