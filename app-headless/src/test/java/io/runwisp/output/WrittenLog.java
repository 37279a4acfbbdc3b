package io.runwisp.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.output.format.LineIndex;
import io.runwisp.output.format.LogFiles;
import io.runwisp.output.format.LogMeta;
import io.runwisp.output.format.TimeIndex;
import io.runwisp.output.read.LogLine;
import io.runwisp.output.read.LogPage;
import io.runwisp.output.read.LogReader;
import io.runwisp.output.read.PageRequest;
import io.runwisp.output.read.segment.LogSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a log as a test sees them: read in the simplest way, and checked against each other. */
final class WrittenLog {

    private final LogFiles files;

    WrittenLog(LogFiles files) {
        this.files = files;
    }

    LogMeta meta() throws IOException {
        return LogMeta.read(files.meta());
    }

    List<String> lines() throws IOException {
        return lines(files.log());
    }

    List<String> previousLines() throws IOException {
        return lines(files.previousLog());
    }

    /** A cut last line is one of them. */
    private static List<String> lines(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(Files.readString(file, StandardCharsets.UTF_8).split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    /** Fails unless indexes, meta file and text agree. */
    void check() throws IOException {
        LogMeta meta = meta();
        checkSegment(files.log(), files.index(), files.timeIndex());
        assertEquals(meta.previousStart().isPresent(), Files.exists(files.previousLog()), meta.toString());
        if (meta.previousStart().isPresent()) {
            checkSegment(files.previousLog(), files.previousIndex(), files.previousTimeIndex());
            assertEquals(meta.rotatedLines() - meta.previousStart().getAsLong(), previousLines().size());
        }
        if (meta.finished()) {
            assertEquals(meta.rotatedLines() + lines().size(), meta.totalLines().getAsLong());
        }
    }

    /** Fails unless the pages of a reader say, line by line and without a gap in the numbers, what the bytes say. Repaired or not. */
    void checkReader(String where) throws IOException {
        List<String> expected = new ArrayList<>();
        for (Path text : List.of(files.previousLog(), files.log())) {
            if (Files.exists(text)) {
                expected.addAll(lines(text));
            }
        }
        LogReader reader = new LogReader(new LogSource(files, false));
        List<String> read = new ArrayList<>();
        LogPage page = reader.page(PageRequest.lines(0, 3000));
        long number = page.firstAvailable();
        while (true) {
            for (LogLine line : page.lines()) {
                assertEquals(number, line.number(), where);
                read.add(line.stream().prefix() + line.text());
                number++;
            }
            if (page.nextFrom().isEmpty()) {
                break;
            }
            page = reader.page(PageRequest.lines(page.nextFrom().getAsLong(), 3000));
        }
        assertEquals(number, page.totalLines(), where);
        assertEquals(expected, read, where);
    }

    private static void checkSegment(Path log, Path index, Path times) throws IOException {
        byte[] text = Files.readAllBytes(log);
        LineIndex offsets = LineIndex.read(index);
        assertEquals(Files.size(index), (long) offsets.size() * LineIndex.RECORD_BYTES);
        int line = 0;
        int found = 0;
        for (int i = 0; i < text.length; i++) {
            if (i == 0 || text[i - 1] == '\n') {
                if (line % LineIndex.STRIDE == 0) {
                    assertEquals(i, offsets.offset(found), "entry " + found + " of " + index);
                    found++;
                }
                line++;
            }
        }
        assertEquals(found, offsets.size());
        TimeIndex stamps = TimeIndex.read(times);
        assertEquals(Files.size(times), (long) stamps.size() * TimeIndex.RECORD_BYTES);
        for (int i = 0; i < stamps.size(); i++) {
            assertTrue(stamps.line(i) <= line, "record " + i + " of " + times);
            assertTrue(i == 0 || stamps.line(i - 1) <= stamps.line(i) && stamps.millis(i - 1) <= stamps.millis(i));
        }
    }
}
