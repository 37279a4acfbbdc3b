package io.runwisp.output;

import io.runwisp.output.LogDisk.LogFile;
import io.runwisp.output.format.LineIndex;
import io.runwisp.output.format.LogFiles;
import io.runwisp.output.format.LogStream;
import io.runwisp.output.format.TimeIndex;
import java.io.IOException;
import java.nio.file.Path;

/** The segment of a log that is being written: its text and its two indexes. An index never knows of a line that is not in the text. */
final class Segment {

    private final LogFile text;
    private final IndexTail lineIndex;
    private final IndexTail timeIndex;
    private final LineBatch batch;
    private long written;
    private long writtenLines;
    private long lastStamp = Long.MIN_VALUE;
    private boolean indexed = true;

    private Segment(LogFile text, LogFile lineIndex, LogFile timeIndex, LineRoom.Pool pool) {
        this.batch = new LineBatch(pool);
        this.text = text;
        this.lineIndex = new IndexTail(lineIndex);
        this.timeIndex = new IndexTail(timeIndex);
    }

    /** Creates the three files; if one of them is there already, none is left behind. */
    static Segment create(LogDisk disk, LogFiles files, LineRoom.Pool pool) throws IOException {
        LogFile text = disk.create(files.log());
        try {
            LogFile index = disk.create(files.index());
            try {
                return new Segment(text, index, disk.create(files.timeIndex()), pool);
            } catch (IOException e) {
                discard(disk, index, files.index(), e);
                throw e;
            }
        } catch (IOException e) {
            discard(disk, text, files.log(), e);
            throw e;
        }
    }

    /** Stands in for a segment whose files could not be created: nothing can be written to it. */
    static Segment missing(IOException reason) {
        LogFile none = new MissingFile(reason);
        return new Segment(none, none, none, new LineRoom.Pool());
    }

    boolean isMissing() {
        return text instanceof MissingFile;
    }

    private record MissingFile(IOException reason) implements LogFile {

        @Override
        public void append(byte[] bytes, int from, int to) throws IOException {
            throw reason;
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public void truncate(long size) {
            // It has nothing.
        }

        @Override
        public void sync() throws IOException {
            throw reason;
        }

        @Override
        public void close() {
            // It was never open.
        }
    }

    private static void discard(LogDisk disk, LogFile file, Path path, IOException cause) {
        try {
            file.close();
            disk.delete(path);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** The bytes of its lines, those that wait included. */
    long bytes() {
        return written + batch.length();
    }

    /** Its lines, those that wait included. */
    long lines() {
        return writtenLines + batch.count();
    }

    void add(LogStream stream, byte[] line, int from, int to, boolean continued, long millis) {
        if (indexed) {
            index(millis);
        }
        batch.add(stream, line, from, to, continued, Math.max(lastStamp, 0));
    }

    private void index(long millis) {
        long line = lines();
        boolean stride = line % LineIndex.STRIDE == 0;
        if (stride) {
            lineIndex.add(bytes());
        }
        if (stride || millis - lastStamp >= TimeIndex.INTERVAL_MS) {
            stamp(line, millis);
        }
    }

    private void stamp(long line, long millis) {
        lastStamp = millis;
        timeIndex.add((int) line, millis);
    }

    /** The lines that wait. */
    LineBatch batch() {
        return batch;
    }

    /**
     * Puts the lines that wait into the file. They stay in the batch for those who follow, until {@link #next}.
     *
     * @throws IOException when not all of them could be written; the batch has those that were, and the file nothing else
     */
    void flush() throws IOException {
        try {
            text.append(batch.bytes(), 0, batch.length());
        } catch (IOException e) {
            indexed = false;
            lineIndex.drop();
            timeIndex.drop();
            takeBack(e);
            throw e;
        }
        if (indexed) {
            indexed = false;
            lineIndex.flush();
            timeIndex.flush();
            indexed = true;
        }
    }

    /** Only whole lines stay. */
    private void takeBack(IOException cause) {
        int kept = 0;
        try {
            kept = batch.keepWithin(text.size() - written);
            text.truncate(written + kept);
        } catch (IOException e) {
            batch.keepWithin(kept);
            cause.addSuppressed(e);
        }
    }

    /** After a flush: the next lines may come. */
    void next() {
        written += batch.length();
        writtenLines += batch.count();
        batch.clear();
    }

    /** The record that says when the last line was behind it. */
    void seal(long millis) throws IOException {
        if (indexed) {
            stamp(lines(), millis);
            timeIndex.flush();
        }
    }

    void sync() throws IOException {
        // Most runs print nothing, and the disk would be waited for all the same.
        if (written > 0 || isMissing()) {
            text.sync();
        }
    }

    void close() throws IOException {
        try (text) {
            lineIndex.close();
            timeIndex.close();
        }
    }
}
