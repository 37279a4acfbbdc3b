package io.runwisp.output.read;

import io.runwisp.output.format.LogFiles;
import io.runwisp.output.format.LogMeta;
import io.runwisp.output.format.LogStream;
import io.runwisp.output.read.segment.LogSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A log that is written byte for byte as the format says, and what a reader has to make of it. */
public final class WrittenLog {

    private static final int STRIDE = 1024;
    private static final long INTERVAL_MS = 1000;

    private final LogFiles files;
    private final List<LogLine> lines = new ArrayList<>();
    private LogMeta meta = LogMeta.NONE;
    private long offset;
    private long segmentLines;
    private long recordMillis;
    private boolean ended;

    /** A log in a directory, without any file yet. */
    public WrittenLog(Path directory, String name) {
        files = LogFiles.in(directory, name);
    }

    /** Where it lies. */
    public LogFiles files() {
        return files;
    }

    /** The log as its reader sees it: growing until it was ended. */
    public LogSource source() {
        return new LogSource(files, !ended);
    }

    /** The number of the oldest line that is left. */
    public long firstAvailable() {
        return Files.exists(files.previousLog()) ? meta.previousStart().orElse(0) : meta.rotatedLines();
    }

    /** The number of the line after the newest. */
    public long total() {
        return meta.rotatedLines() + segmentLines;
    }

    /** The lines that are left. */
    public List<LogLine> available() {
        return lines.subList((int) firstAvailable(), (int) total());
    }

    /** Every line there ever was. */
    public List<LogLine> all() {
        return lines;
    }

    /** Adds lines without a time of their own. */
    public WrittenLog stdout(String... texts) throws IOException {
        for (String text : texts) {
            line(LogStream.STDOUT, text, recordMillis);
        }
        return this;
    }

    /** Adds a line. */
    public LogLine line(LogStream stream, String text, long millis) throws IOException {
        return raw(stream.prefix() + text, stream, text, millis);
    }

    /** Adds a line as another writer would have written it. */
    public LogLine raw(String written, LogStream stream, String text, long millis) throws IOException {
        boolean stride = segmentLines % STRIDE == 0;
        if (stride || millis - recordMillis >= INTERVAL_MS) {
            recordMillis = Math.max(millis, recordMillis);
            record(recordMillis);
        }
        if (stride) {
            append(files.index(), ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(offset).array());
        }
        byte[] bytes = (written + "\n").getBytes(StandardCharsets.UTF_8);
        append(files.log(), bytes);
        offset += bytes.length;
        LogLine line = new LogLine(total(), recordMillis, stream, text, false);
        segmentLines++;
        lines.add(line);
        return line;
    }

    /** Adds the beginning of a line whose end is missing. */
    public WrittenLog partial(String text) throws IOException {
        append(files.log(), text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Makes the current segment the previous one. */
    public WrittenLog rotate() throws IOException {
        record(recordMillis);
        write(meta.beforeRotation(segmentLines));
        moveText();
        Files.move(files.index(), files.previousIndex(), StandardCopyOption.REPLACE_EXISTING);
        Files.move(files.timeIndex(), files.previousTimeIndex(), StandardCopyOption.REPLACE_EXISTING);
        meta = meta.afterRotation(segmentLines, offset);
        write(meta);
        Files.createFile(files.log());
        segmentLines = 0;
        offset = 0;
        return this;
    }

    /** The first step of a rotation, after which the daemon is killed. */
    public WrittenLog killedBeforeRename() throws IOException {
        write(meta.beforeRotation(segmentLines));
        ended = true;
        return this;
    }

    /** The first two steps of a rotation, after which the daemon is killed. */
    public WrittenLog killedAfterRename() throws IOException {
        write(meta.beforeRotation(segmentLines));
        moveText();
        meta = meta.afterRotation(segmentLines, offset);
        segmentLines = 0;
        ended = true;
        return this;
    }

    /** Ends the log in order. */
    public WrittenLog end() throws IOException {
        record(recordMillis);
        write(meta.ended(segmentLines));
        ended = true;
        return this;
    }

    /** Ends the log without a word, as a killed daemon does. */
    public WrittenLog killed() {
        ended = true;
        return this;
    }

    /** Cuts a file after so many bytes, or removes it when that is negative. */
    public static void tear(Path file, long size) throws IOException {
        if (size < 0) {
            Files.deleteIfExists(file);
        } else if (Files.exists(file)) {
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) size));
        }
    }

    private void moveText() throws IOException {
        Files.move(files.log(), files.previousLog(), StandardCopyOption.REPLACE_EXISTING);
    }

    private void write(LogMeta content) throws IOException {
        // In place, as the daemon does: a reader never finds an empty file where there was content.
        byte[] json = content.json().getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(files.meta(), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(json));
            channel.truncate(json.length);
        }
    }

    private void record(long millis) throws IOException {
        append(files.timeIndex(), ByteBuffer.allocate(12)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt((int) segmentLines)
            .putLong(millis)
            .array());
    }

    private static void append(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
