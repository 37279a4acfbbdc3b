package io.runwisp.output;

import io.runwisp.output.format.LogFiles;
import io.runwisp.output.format.LogMeta;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Makes the current segment of a log the previous one.
 *
 * <p>A crash between any two steps can be told from what lies on the disk: first the meta file says how many lines are about to go; then the text gets its new
 * name, and with this the rotation counts; then follow the indexes, the meta file and last the new, empty segment. Until the text has been renamed everything
 * is as before, the older segment included.
 */
final class Rotation {

    private final LogDisk disk;
    private final LogFiles files;
    private LogMeta meta = LogMeta.NONE;

    Rotation(LogDisk disk, LogFiles files) {
        this.disk = disk;
        this.files = files;
    }

    /** The absolute number of the first line of the current segment. */
    long firstLine() {
        return meta.rotatedLines();
    }

    /** Whether there has been one. */
    boolean hasHappened() {
        return meta.previousStart().isPresent();
    }

    /** Gives the text its new name; when this fails the log goes on where it is. */
    void rename(long lines) throws IOException {
        write(meta.beforeRotation(lines));
        try {
            disk.rename(files.log(), files.previousLog());
        } catch (IOException e) {
            write(meta);
            throw e;
        }
    }

    /** After {@link #rename}: brings everything else to where it belongs. */
    void complete(long lines, long bytes) throws IOException {
        moveIndexes(disk, files);
        meta = meta.afterRotation(lines, bytes);
        write(meta);
    }

    /** Notes the end of the log. */
    void end(long lines) throws IOException {
        meta = meta.ended(lines);
        write(meta);
    }

    /** An index of another text would be worse than none, so one that cannot be moved is removed. */
    static void moveIndexes(LogDisk disk, LogFiles files) throws IOException {
        move(disk, files.index(), files.previousIndex());
        move(disk, files.timeIndex(), files.previousTimeIndex());
    }

    private static void move(LogDisk disk, Path from, Path to) throws IOException {
        if (!disk.exists(from)) {
            return;
        }
        try {
            disk.rename(from, to);
        } catch (IOException e) {
            disk.delete(to);
            disk.delete(from);
        }
    }

    private void write(LogMeta content) throws IOException {
        disk.write(files.meta(), content.json().getBytes(StandardCharsets.UTF_8));
    }
}
