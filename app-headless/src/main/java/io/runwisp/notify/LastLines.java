package io.runwisp.notify;

import io.runwisp.model.Run;
import io.runwisp.model.RunStart;
import io.runwisp.output.format.LogFiles;
import io.runwisp.output.read.LogLine;
import io.runwisp.output.read.LogReader;
import io.runwisp.output.read.segment.LogSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/**
 * The last lines that a run has printed, as they are on the disk: without secrets, which never come there. Any thread.
 *
 * @param logs the directory of all logs
 */
record LastLines(Path logs) {

    /** How many lines a message shows. */
    static final int LINES = 3;
    /** Blank lines do not count, so that more are looked at. */
    private static final int BLANK_ONES = 10;
    /** What is taken of one line, from its end: more than any provider shows. */
    private static final int LONGEST = 1_000;

    /** The last lines that are not blank, oldest first; none when there is no log any more. */
    List<String> of(Run run, int most) {
        List<String> lines = new ArrayList<>(most);
        if (!isThere(run)) {
            return lines;
        }
        try {
            List<LogLine> tail = new LogReader(new LogSource(files(run), run.end() == null)).tail(most + BLANK_ONES)
                .lines();
            for (int i = tail.size() - 1; i >= 0 && lines.size() < most; i--) {
                String text = plain(tail.get(i).text());
                if (!text.isBlank()) {
                    lines.add(text);
                }
            }
        } catch (IOException _) {
            // The message goes without them.
            lines.clear();
        }
        Collections.reverse(lines);
        return lines;
    }

    /** How many bytes it has printed, as far as they are kept; nothing when its log is gone. */
    OptionalLong size(Run run) {
        try {
            return isThere(run) ? OptionalLong.of(Files.size(files(run).log())) : OptionalLong.empty();
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }

    private boolean isThere(Run run) {
        RunStart start = run.start();
        String name = start == null ? null : start.logFile();
        return name != null && name.endsWith(".log") && name.indexOf('/') < 0 && name.indexOf('\0') < 0
                && Files.isRegularFile(files(run).log(), LinkOption.NOFOLLOW_LINKS);
    }

    private LogFiles files(Run run) {
        RunStart start = run.start();
        String name = start == null || start.logFile() == null ? "" : start.logFile();
        return LogFiles.in(logs.resolve(LogFiles.directoryName(run.taskName())), name);
    }

    /** Without colours and other signs for a terminal, and no longer than is of use. */
    private static String plain(String text) {
        String bare = text.replaceAll("\u001b\\[[0-9;:]*[A-Za-z]", "").replaceAll("\\p{Cntrl}", " ").stripTrailing();
        int points = bare.codePointCount(0, bare.length());
        return points <= LONGEST ? bare : "…" + bare.substring(bare.offsetByCodePoints(0, points - LONGEST));
    }
}
