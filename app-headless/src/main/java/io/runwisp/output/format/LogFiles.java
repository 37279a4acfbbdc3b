package io.runwisp.output.format;

import io.runwisp.model.RunId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The files of one log: the text, its two indexes and its meta file, and the same trio of the segment that was rotated away before.
 *
 * @param log the text of the current segment; every other file has its name and an ending
 */
public record LogFiles(Path log) {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT)
        .withZone(ZoneOffset.UTC);
    private static final String PREVIOUS = ".prev";

    /** The directory of a unit below the directory of all logs: what could mean something in a path becomes an underscore. */
    public static String directoryName(String unit) {
        StringBuilder name = new StringBuilder(unit.length());
        for (int i = 0; i < unit.length(); i++) {
            char c = unit.charAt(i);
            boolean kept = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
            name.append(kept ? c : '_');
        }
        return name.toString();
    }

    /**
     * The name of a run's log: the second of its creation in UTC and the end of its id, so that names sort by time.
     *
     * @param copy 1 for the plain name; 2, 3 … when the names before are taken by other runs of that second
     */
    public static String name(Instant createdAt, RunId run, int copy) {
        String stem = STAMP.format(createdAt) + "_" + run.suffix().toLowerCase(Locale.ROOT);
        return stem + (copy == 1 ? "" : "-" + copy) + ".log";
    }

    /** The files of the log that has this name in this directory. */
    public static LogFiles in(Path directory, String name) {
        return new LogFiles(directory.resolve(name));
    }

    /** The offsets of every 1024th line. */
    public Path index() {
        return with(".idx");
    }

    /** The instants of lines. */
    public Path timeIndex() {
        return with(".tidx");
    }

    /** What rotation and the end of the log have left to know. */
    public Path meta() {
        return with(".meta");
    }

    /** The text of the segment before the current one. */
    public Path previousLog() {
        return with(PREVIOUS);
    }

    /** The line index of the segment before. */
    public Path previousIndex() {
        return with(".idx" + PREVIOUS);
    }

    /** The time index of the segment before. */
    public Path previousTimeIndex() {
        return with(".tidx" + PREVIOUS);
    }

    /** Every file that can belong to the log; whoever deletes it deletes these, the text first. */
    public List<Path> all() {
        return List.of(log, previousLog(), index(), timeIndex(), meta(), previousIndex(), previousTimeIndex());
    }

    private Path with(String ending) {
        return Path.of(log + ending);
    }
}
