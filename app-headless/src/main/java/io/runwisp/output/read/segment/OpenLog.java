package io.runwisp.output.read.segment;

import io.runwisp.output.format.LineIndex;
import io.runwisp.output.format.LogFiles;
import io.runwisp.output.format.LogMeta;
import io.runwisp.output.format.TimeIndex;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A log as it is at one moment: its one or two segments, opened together and numbered. Rotating or deleting the files afterwards changes nothing for whoever
 * has it open; lines that are written afterwards are not in it. Belongs to the thread that opened it.
 */
public final class OpenLog implements AutoCloseable {

    /** Each takes some hundredths of a millisecond, and the writer that is in the way may have to wait for a core. */
    private static final int ATTEMPTS = 4096;
    private static final LinkOption NO_LINKS = LinkOption.NOFOLLOW_LINKS;

    private final Arena mappings = Arena.ofConfined();
    private final List<TextFile> texts = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private long firstAvailable;
    private long endLine;
    private boolean finished;
    private boolean hasCurrent;

    private OpenLog() {
    }

    /** Opens a log. One without files, of a run that never started, has no lines. */
    public static OpenLog open(LogSource source) throws IOException {
        LogFiles files = source.files();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            State before = State.of(files);
            OpenLog log = new OpenLog();
            boolean good = false;
            try {
                log.read(source, before.meta);
                boolean waits = source.growing() && attempt < ATTEMPTS && log.isBetweenSegments(before.meta);
                good = !waits && before.equals(State.of(files));
            } finally {
                if (!good) {
                    log.close();
                }
            }
            if (good) {
                return log;
            }
            Thread.onSpinWait();
        }
        throw new IOException("The log " + files.log() + " is rotated faster than it can be opened.");
    }

    /** Its segments, oldest first; none when there is no file. */
    public List<Segment> segments() {
        return List.copyOf(segments);
    }

    /** The number of the oldest line that is still there. */
    public long firstAvailable() {
        return firstAvailable;
    }

    /** The number of the line after the newest. */
    public long endLine() {
        return endLine;
    }

    /** Whether the log has ended in order. */
    public boolean isFinished() {
        return finished;
    }

    /** The segment of a line that is there. */
    public Segment segmentOf(long line) {
        Segment last = segments.getLast();
        return line < last.firstLine() ? segments.getFirst() : last;
    }

    @Override
    public void close() throws IOException {
        mappings.close();
        for (TextFile text : texts) {
            text.close();
        }
    }

    private void read(LogSource source, LogMeta meta) throws IOException {
        LogFiles files = source.files();
        // In the middle of a rotation nobody knows whose indexes they are.
        boolean indexed = !meta.rotating();
        TextFile current = opened(TextFile.open(files.log(), source.growing()));
        TextFile previous = opened(TextFile.open(files.previousLog(), false));
        Segment newer = current == null ? null : segment(current, files.index(), files.timeIndex(), indexed, meta);
        Segment older = previous == null
                ? null
                : segment(previous, files.previousIndex(), files.previousTimeIndex(), indexed, LogMeta.NONE);
        Numbering numbering = Numbering.of(meta, older == null ? -1 : older.endLine(), newer != null);
        if (older != null) {
            segments.add(older.startingAt(numbering.previous()));
        }
        if (newer != null) {
            segments.add(newer.startingAt(numbering.current()));
        }
        firstAvailable = segments.isEmpty() ? numbering.current() : segments.getFirst().firstLine();
        endLine = segments.isEmpty() ? numbering.current() : segments.getLast().endLine();
        finished = meta.finished();
        hasCurrent = newer != null;
    }

    /** Whether a rotation is under way, which will be over in a moment. */
    private boolean isBetweenSegments(LogMeta meta) {
        return meta.rotating() || !hasCurrent && !segments.isEmpty();
    }

    private Segment segment(TextFile text, Path index, Path timeIndex, boolean indexed, LogMeta meta)
            throws IOException {
        LineIndex lines = indexed ? LineIndex.read(index) : LineIndex.of(ByteBuffer.allocate(0));
        TimeIndex times = TimeIndex.of(indexed ? mapped(timeIndex) : ByteBuffer.allocate(0));
        Anchors anchors = new Anchors(text, lines);
        long said = meta.finished() ? meta.segmentLines().orElse(-1) : -1;
        boolean believable = said > 0 && text.end() >= said && text.endsLine()
                && lines.size() == (said + LineIndex.STRIDE - 1) / LineIndex.STRIDE;
        return believable
                ? Segment.known(text, anchors, times, said)
                : Segment.counted(text, anchors, times);
    }

    /** An index that is only looked into: of a log that was written for weeks it is large. */
    private ByteBuffer mapped(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.READ, NO_LINKS))) {
            long size = Math.min(channel.size(), Integer.MAX_VALUE);
            if (size == 0) {
                return ByteBuffer.allocate(0);
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, size, mappings).asByteBuffer();
        } catch (NoSuchFileException e) {
            return ByteBuffer.allocate(0);
        }
    }

    private @Nullable TextFile opened(@Nullable TextFile file) {
        if (file != null) {
            texts.add(file);
        }
        return file;
    }

    /** What changes with a rotation: two equal ones mean that there was none in between. */
    private record State(LogMeta meta, @Nullable Object current, @Nullable Object previous) {

        static State of(LogFiles files) throws IOException {
            return new State(LogMeta.read(files.meta()), identity(files.log()), identity(files.previousLog()));
        }

        private static @Nullable Object identity(Path file) throws IOException {
            try {
                return Files.readAttributes(file, BasicFileAttributes.class, NO_LINKS).fileKey();
            } catch (NoSuchFileException e) {
                return null;
            }
        }
    }
}
