package io.runwisp.output.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.output.format.LogStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReaderTest {

    private static final long NOON = 1_795_176_000_000L;

    @TempDir
    Path directory;

    private WrittenLog log;

    @BeforeEach
    void begin() {
        log = new WrittenLog(directory, "20261120_120000_a1b2.log");
    }

    @Test
    void aPageSaysNumberTimeStreamAndText() throws IOException {
        log.line(LogStream.STDOUT, "starting", NOON);
        log.line(LogStream.STDERR, "grüße", NOON + 1500);
        log.line(LogStream.STDOUT, "", NOON + 1600);
        log.raw("[2026-11-20 12:00:02] [SYSTEM] stopped", LogStream.SYSTEM, "stopped", NOON + 3000);
        log.line(LogStream.STDOUT, "[not a tag] text", NOON + 3000);
        log.end();

        assertEquals("""
                0 +0 STDOUT starting
                1 +1500 STDERR grüße
                2 +1500 STDOUT\s
                3 +3000 SYSTEM stopped
                4 +3000 STDOUT [not a tag] text
                first 0 total 5 finalized true next none
                """, shown(read(0, 100)));
    }

    @Test
    void aGoldenFileOfAnotherWriterIsRead() throws IOException {
        Files.writeString(log.files().previousLog(), "one\n[ERR] two\n");
        Files.writeString(log.files().log(), "[2026-11-20 12:00:00] [SYSTEM] output was rotated\nthree");
        Files.writeString(log.files().meta(), "{\"rl\":5,\"rb\":40}");
        log.killed();

        assertEquals("""
                3 +none STDOUT one
                4 +none STDERR two
                5 +none SYSTEM output was rotated
                6 +none STDOUT three
                first 3 total 7 finalized true next none
                """, shown(read(0, 100)));
    }

    @Test
    void aRunThatNeverPrintedHasAnEmptyPage() throws IOException {
        LogPage page = read(-1000, 1000);

        assertEquals(List.of(), page.lines());
        assertEquals(0, page.totalLines());
        assertFalse(page.truncated());
    }

    @Test
    void aNegativeNumberCountsFromTheEndAndALimitNamesTheNext() throws IOException {
        log.stdout("a", "b", "c", "d", "e").end();

        assertEquals("b c", texts(read(-4, 2)));
        assertEquals(OptionalLong.of(3), read(-4, 2).nextFrom());
        assertEquals("a b", texts(read(-99, 2)));
        assertEquals("d e", texts(read(3, 2)));
        assertEquals(OptionalLong.empty(), read(3, 2).nextFrom());
        assertEquals("", texts(read(77, 2)));
    }

    @Test
    void numbersGoOnOverTwoRotationsAndOlderLinesAreGone() throws IOException {
        log.stdout("a", "b").rotate().stdout("c", "d", "e").rotate().stdout("f");

        LogPage page = read(0, 100);
        assertEquals("c d e f", texts(page));
        assertEquals(2, page.firstAvailable());
        assertTrue(page.truncated());
        assertFalse(page.finalized());
    }

    @Test
    void halfALineIsLeftOutWhileItGrowsAndCountsWhenTheDaemonWasKilled() throws IOException {
        log.stdout("a", "b").partial("[ERR] hal");

        assertEquals("a b", texts(read(0, 10)));
        assertEquals(2, read(0, 10).totalLines());

        log.killed();
        assertEquals("a b hal", texts(read(0, 10)));
        assertEquals(3, read(0, 10).totalLines());
        assertEquals(LogStream.STDERR, read(2, 1).lines().getFirst().stream());
    }

    @Test
    void aDaemonKilledWithinARotationLosesNoNumber() throws IOException {
        log.stdout("a", "b").rotate().stdout("c", "d").killedBeforeRename();
        assertEquals("a b c d", texts(read(0, 10)));
        assertEquals(0, read(0, 10).firstAvailable());

        WrittenLog other = new WrittenLog(directory, "other.log");
        other.stdout("a", "b").rotate().stdout("c", "d").killedAfterRename();
        LogPage page = new LogReader(other.source()).page(PageRequest.lines(0, 10));
        assertEquals("c d", texts(page));
        assertEquals(2, page.firstAvailable());
        assertEquals(4, page.totalLines());
    }

    @Test
    void aPageEndsEarlyAtAMebibyteAndTheNextGoesOn() throws IOException {
        String kilobyte = "x".repeat(1023);
        for (int i = 0; i < 1500; i++) {
            log.stdout(kilobyte);
        }

        LogPage first = read(0, 5000);
        assertEquals(1024, first.lines().size());
        assertEquals(OptionalLong.of(1024), first.nextFrom());
        assertEquals(476, read(1024, 5000).lines().size());

        LogPage tail = new LogReader(log.source()).tail(5000);
        assertEquals(1499, tail.lines().getLast().number());
        assertTrue(tail.lines().size() > 700 && tail.lines().size() <= 1024, "lines: " + tail.lines().size());
    }

    @Test
    void aLineLongerThanAPageIsClippedAndSaysSo() throws IOException {
        log.stdout("before", "y".repeat(3_000_000), "after").end();

        LogPage page = read(1, 1);
        assertEquals((1 << 20) + " […1951424 bytes more]".length(), page.lines().getFirst().text().length());
        assertTrue(page.lines().getFirst().text().endsWith("y […1951424 bytes more]"));
        assertEquals("after", texts(read(2, 1)));
        assertEquals(3, page.totalLines());
    }

    @Test
    void aPartOfALineThatWasTooLongIsContinuedEvenAtTheStartOfAPage() throws IOException {
        String part = "p".repeat(64 * 1024);
        log.line(LogStream.STDOUT, part, NOON);
        log.line(LogStream.STDERR, "between", NOON);
        log.line(LogStream.STDOUT, part, NOON);
        log.line(LogStream.STDOUT, "rest", NOON);
        log.line(LogStream.STDOUT, "new", NOON);

        assertEquals("false false true true false", continued(read(0, 10)));
        assertEquals("true false", continued(read(3, 10)));
        assertEquals("false true true false", continued(read(1, 10)));
    }

    @Test
    void aTimeRangeIsFoundThroughTheIndexAcrossARotation() throws IOException {
        for (int second = 0; second < 6000; second++) {
            log.line(LogStream.STDOUT, "at " + second, NOON + second * 1000L);
            if (second == 3000) {
                log.rotate();
            }
        }
        PageRequest minute = PageRequest.lines(0, 10_000).between(NOON + 2_998_000, NOON + 3_003_000);
        LogPage page = new LogReader(log.source()).page(minute);

        assertEquals(List.of(2998L, 2999L, 3000L, 3001L, 3002L, 3003L),
                page.lines().stream().map(LogLine::number).toList());
        assertEquals(NOON + 2_998_000, page.lines().getFirst().millis());
        LogPage last = new LogReader(log.source()).page(new PageRequest(-2, 10, Long.MIN_VALUE, NOON + 3_003_000));
        assertEquals("at 3002 at 3003", texts(last));
        LogPage later = new LogReader(log.source())
            .page(PageRequest.lines(0, 10).between(NOON + 9_000_000, Long.MAX_VALUE));
        assertEquals("", texts(later));
    }

    @Test
    void withoutATimeIndexATimeRangeHidesNothing() throws IOException {
        log.line(LogStream.STDOUT, "a", NOON);
        log.line(LogStream.STDOUT, "b", NOON + 60_000);
        WrittenLog.tear(log.files().timeIndex(), -1);

        LogPage page = new LogReader(log.source()).page(PageRequest.lines(0, 10).between(NOON + 30_000, NOON + 40_000));
        assertEquals("a b", texts(page));
        assertEquals(0, page.lines().getFirst().millis());
    }

    @Test
    void bytesThatAreNoUtf8AreReplacedAndNothingElseIsLost() throws IOException {
        Files.write(log.files().log(), new byte[]{'a', (byte) 0xff, 'b', '\n', 0, 'c', '\n'});

        assertEquals("a\ufffdb \0c", texts(read(0, 10)));
    }

    @Test
    void anIndexThatIsAheadOfATornTextIsNotBelieved() throws IOException {
        IntStream.range(0, 5000).forEach(i -> add("line " + i));
        WrittenLog.tear(log.files().log(), 20_000);
        log.killed();

        List<LogLine> lines = read(0, 10_000).lines();
        long total = read(0, 1).totalLines();
        assertEquals(lines.size(), total);
        assertEquals("line 2000", texts(read(2000, 1)));
    }

    private void add(String text) {
        try {
            log.stdout(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LogPage read(long from, int limit) throws IOException {
        return new LogReader(log.source()).page(PageRequest.lines(from, limit));
    }

    private static String texts(LogPage page) {
        return page.lines().stream().map(LogLine::text).collect(Collectors.joining(" "));
    }

    private static String continued(LogPage page) {
        return page.lines().stream().map(line -> "" + line.continued()).collect(Collectors.joining(" "));
    }

    private static String shown(LogPage page) {
        StringBuilder shown = new StringBuilder();
        for (LogLine line : page.lines()) {
            String time = line.millis() == 0 ? "none" : "" + (line.millis() - NOON);
            shown.append(line.number() + " +" + time + " " + line.stream() + " " + line.text() + "\n");
        }
        String next = page.nextFrom().isEmpty() ? "none" : "" + page.nextFrom().getAsLong();
        return shown + "first " + page.firstAvailable() + " total " + page.totalLines() + " finalized "
                + page.finalized() + " next " + next + "\n";
    }
}
