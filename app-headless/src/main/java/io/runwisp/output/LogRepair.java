package io.runwisp.output;

import io.runwisp.output.format.LineIndex;
import io.runwisp.output.format.LogFiles;
import io.runwisp.output.format.LogMeta;
import io.runwisp.output.format.TimeIndex;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Puts the files of a log in order whose writer was killed. The text is left as it is, a cut last line included, and the log does not become a finished one;
 * a rotation that was under way is completed or called off, and the indexes are made to fit the text.
 */
public final class LogRepair {

    private final LogDisk disk;

    /** Repairs on this disk. */
    public LogRepair(LogDisk disk) {
        this.disk = disk;
    }

    /**
     * What was found and done.
     *
     * @param lines the lines of the current segment; a cut last one is one of them
     * @param rotationMended whether a rotation had been under way
     * @param lineIndexMended whether the line index did not fit, or was not as long as it could be
     * @param timeIndexMended whether the time index did not fit
     */
    public record Report(long lines, boolean rotationMended, boolean lineIndexMended, boolean timeIndexMended) {
    }

    /** Repairs a log that nobody writes; one that has ended in order is not touched. Twice is as good as once. */
    public Report repair(LogFiles files) throws IOException {
        LogMeta meta = LogMeta.read(files.meta());
        if (meta.totalLines().isPresent()) {
            return new Report(meta.segmentLines().orElse(0), false, false, false);
        }
        boolean rotationMended = mendRotation(files, meta);
        if (!disk.exists(files.log())) {
            return new Report(0, rotationMended, false, false);
        }
        try (FileChannel text = FileChannel.open(files.log(),
                Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            SegmentScan scan = SegmentScan.of(text, LineIndex.read(files.index()));
            return new Report(scan.lines(), rotationMended, replace(files.index(), scan.index()),
                    replace(files.timeIndex(), validTimes(TimeIndex.read(files.timeIndex()), scan.lines())));
        }
    }

    /** While the text has its old name nothing has happened; without it the rotation counts, and what was to follow is done now. */
    private boolean mendRotation(LogFiles files, LogMeta meta) throws IOException {
        if (disk.exists(files.log())) {
            if (meta.rotating()) {
                write(files, new LogMeta(meta.rotatedLines(), meta.rotatedBytes(), meta.previousStart(),
                        OptionalLong.empty(), false));
            }
            return meta.rotating();
        }
        if (!disk.exists(files.previousLog())) {
            return false;
        }
        if (meta.rotating()) {
            Rotation.moveIndexes(disk, files);
            write(files, meta.afterRotation(meta.segmentLines().orElse(0), Files.size(files.previousLog())));
        }
        Segment.create(disk, files, new LineRoom.Pool()).close();
        return true;
    }

    private void write(LogFiles files, LogMeta meta) throws IOException {
        disk.write(files.meta(), meta.json().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] validTimes(TimeIndex times, long lines) {
        int valid = 0;
        while (valid < times.size() && times.line(valid) <= lines && (valid == 0
                || times.line(valid - 1) <= times.line(valid) && times.millis(valid - 1) <= times.millis(valid))) {
            valid++;
        }
        ByteBuffer content = ByteBuffer.allocate(valid * TimeIndex.RECORD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < valid; i++) {
            content.putInt((int) times.line(i)).putLong(times.millis(i));
        }
        return content.array();
    }

    private boolean replace(Path file, byte[] content) throws IOException {
        boolean same = disk.exists(file) && Files.size(file) == content.length
                && ByteBuffer.wrap(Files.readAllBytes(file)).equals(ByteBuffer.wrap(content));
        if (!same) {
            disk.write(file, content);
        }
        return !same;
    }
}
