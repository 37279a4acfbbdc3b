package io.runwisp.view.log;

import static io.runwisp.view.Scene.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.client.LogEvent;
import io.runwisp.client.LogQuery;
import io.runwisp.wire.log.LogDone;
import io.runwisp.wire.log.LogDropped;
import io.runwisp.wire.log.LogLine;
import io.runwisp.wire.log.LogPage;
import io.runwisp.wire.log.LogRegion;
import io.runwisp.wire.log.LogRotated;
import io.runwisp.wire.log.TaggedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LogBookTest {

    @Test
    void aLogIsFollowedFromItsTail() {
        LogBook book = LogBook.ofRun();
        assertEquals("Loading.", view(book).empty());
        book.page(page(0, 0, 0, 0));
        assertEquals("Nothing printed yet. What it prints appears here.", view(book).empty());
        book.hear(line(0));
        book.hear(line(1));
        book.hear(new LogEvent.Line(new LogLine(2, 0, "stderr", "oh", true)));
        assertEquals("1 line 0|2 line 1| oh", text(view(book)));
        assertEquals("3 lines, following", view(book).status());
        assertEquals(LogRow.Tint.STDERR, view(book).rows().getLast().tint());
        book.hear(new LogEvent.Done(new LogDone(2, "ended")));
        assertEquals("3 lines, complete", view(book).status());
    }

    @Test
    void whatIsToldTwiceIsShownOnceAndWhatIsNotToldIsAGap() {
        LogBook book = LogBook.ofRun();
        book.hear(line(0));
        book.hear(line(0));
        book.hear(new LogEvent.Dropped(new LogDropped(0, 3, null)));
        book.hear(line(4));
        book.hear(line(7));
        assertEquals("1 line 0| 3 lines are not shown here.|5 line 4"
                + "| 2 lines are not shown here.|8 line 7", text(view(book)));
        assertEquals("8 lines, following, 5 lines not shown", view(book).status());
        LogEntry.Gap gap = assertInstanceOf(LogEntry.Gap.class,
                book.entries().at(book.entries().placeOf(2).orElseThrow()));
        assertEquals(Optional.of(LogQuery.lines(1, 3)), book.missing(gap));
        book.page(page(1, 3, 0, 8));
        assertEquals("1 line 0|2 line 1|3 line 2| 1 line is not shown here.|5 line 4"
                + "| 2 lines are not shown here.|8 line 7", text(view(book)));
        book.page(page(3, 4, 0, 8));
        book.page(page(5, 7, 0, 8));
        assertEquals("8 lines, following", view(book).status());
        assertEquals(8, book.entries().size());
    }

    @Test
    void whoReadsFurtherUpIsNotDisturbedAndComesBackByPages() {
        LogBook book = new LogBook(false, 100, 1 << 20);
        book.page(page(900, 1000, 10, 1000));
        assertEquals(Optional.of(LogQuery.lines(10, 890)), book.older());
        book.follow(false);
        long top = book.entries().firstPlace();
        LongStream.range(1000, 1500).forEach(n -> book.hear(line(n)));
        assertEquals(900, number(book, top), "what is read stays where it is");
        assertEquals(100, book.entries().size());
        assertEquals(500, book.behind());
        assertEquals("1500 lines, live, 500 newer lines below", LogView.of(book, null, top, 3, NOW).status());
        book.follow(true);
        assertFalse(book.following(), "the end is not held");
        assertEquals(Optional.of(LogQuery.lines(1000, 1000)), book.newer());
        book.page(page(1000, 1500, 10, 1500));
        assertTrue(book.following());
        book.hear(line(1500));
        assertEquals(1500, number(book, book.entries().nextPlace() - 1));
        assertEquals(100, book.entries().size());
    }

    @Test
    void pagingBackReachesTheFirstLineThatIsThere() {
        LogBook book = new LogBook(false, 5000, 1 << 20);
        book.page(page(9000, 10_000, 1200, 10_000));
        book.follow(false);
        int pages = 0;
        for (Optional<LogQuery> older = book.older(); older.isPresent(); older = book.older()) {
            LogQuery query = older.get();
            book.page(page(query.from(), query.from() + query.limit(), 1200, 10_000));
            pages++;
        }
        assertEquals(8, pages);
        assertEquals(1200, number(book, book.entries().firstPlace()));
        assertEquals(5000, book.entries().size());
        assertEquals("The first 1200 lines are gone: the log had reached its largest size.", view(book).banner());
        book.page(page(9000, 10_000, 1200, 10_000));
        assertEquals(1000, book.entries().size(), "a jump to the end takes the place of what was held");
        assertEquals(0, book.behind());
    }

    @Test
    void linesThatComeWhileAPageIsOnItsWayAreNotLost() {
        LogBook book = LogBook.ofRun();
        book.page(page(0, 10, 0, 10));
        book.hear(line(10));
        // The page of the older question knows more lines than the stream has told so far.
        book.page(page(5, 11, 0, 14));
        LongStream.range(11, 14).forEach(n -> book.hear(line(n)));
        assertEquals(14, book.entries().size());
        assertEquals(0, book.missed());
    }

    @Test
    void aRotationIsToldAndWhatIsShownStays() {
        LogBook book = LogBook.ofRun();
        book.hear(line(0));
        book.hear(new LogEvent.Rotated(new LogRotated(1, null)));
        book.hear(line(1));
        assertEquals("The first 1 line is gone: the log had reached its largest size.", view(book).banner());
        assertEquals("1 line 0|2 line 1", text(view(book)));
        assertEquals(Optional.empty(), book.older());
    }

    @Test
    void linesOfReplicasCarryTheirTagsAndNumbers() {
        LogBook book = LogBook.ofService();
        book.hear(tagged("A", 0, 0));
        book.hear(tagged("B", 1, 0));
        book.hear(tagged("A", 0, 1));
        book.hear(tagged("A", 0, 1));
        book.hear(new LogEvent.Dropped(new LogDropped(0, 2, "B")));
        book.hear(tagged("B", 1, 3));
        assertEquals("api 1 line 0|api#1 1 line 0|api 2 line 1| 2 lines are not shown here."
                + "|api#1 4 line 3",
                LogView.of(book, "api", 0, 50, NOW)
                    .rows()
                    .stream()
                    .map(row -> (row.tag() + " " + text(row)).replaceFirst("^ ", ""))
                    .collect(Collectors.joining("|")));
    }

    @Test
    void whatIsRedrawnStandsBelowTheLastLine() {
        LogBook book = LogBook.ofRun();
        book.hear(line(0));
        book.hear(new LogEvent.Region(new LogRegion("stdout", 2, List.of("50 %"), null)));
        book.hear(new LogEvent.Region(new LogRegion("stdout", 1, List.of("40 %"), null)));
        assertEquals("50 %", view(book).live().getFirst().getFirst().text());
        book.hear(new LogEvent.Region(new LogRegion("stdout", 3, List.of(), null)));
        assertEquals(List.of(), view(book).live());
    }

    @Test
    void aMillionLinesCostNoMoreThanWhatIsHeld() {
        LogBook book = LogBook.ofRun();
        String text = "0123456789".repeat(80);
        for (long n = 0; n < 1_000_000; n++) {
            book.hear(new LogEvent.Line(new LogLine(n, 0, "stdout", text, null)));
        }
        assertEquals(1_000_000, book.total());
        assertTrue(book.entries().characters() <= LogBook.MOST_CHARACTERS, () -> "" + book.entries().characters());
        assertTrue(book.entries().size() <= LogBook.MOST_LINES);
        assertEquals(999_999, number(book, book.entries().placeOf(999_999).orElseThrow()));
        assertEquals(Optional.empty(), book.entries().placeOf(5));
        assertNull(book.entries().at(5));
    }

    /** Three hundred logs, each told, paged, followed and read back at random; the daemon's list of lines is the judge. */
    @Test
    void whateverHappensLinesStandInOrderOnceAndAreWhatTheDaemonHas() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            LogBook book = new LogBook(false, 40, 1 << 20);
            long written = random.nextInt(100);
            long told = written;
            book.page(page(Math.max(0, written - 20), written, 0, written));
            for (int step = 0; step < 200; step++) {
                switch (random.nextInt(7)) {
                    case 0 -> book.follow(random.nextBoolean());
                    case 1 -> book.older().ifPresent(query -> answer(book, query, 0));
                    case 2 -> {
                        long now = written;
                        book.newer().ifPresent(query -> answer(book, query, now));
                    }
                    case 3 -> {
                        long skipped = Math.min(written - told, random.nextInt(3));
                        if (skipped > 0) {
                            book.hear(new LogEvent.Dropped(new LogDropped(told - 1, skipped, null)));
                            told += skipped;
                        }
                    }
                    case 4 -> {
                        long from = written == 0 ? 0 : random.nextLong(written);
                        book.page(page(from, Math.min(written, from + random.nextInt(30)), 0, written));
                    }
                    default -> {
                        written += random.nextInt(4);
                        while (told < written && random.nextInt(5) > 0) {
                            book.hear(line(told++));
                        }
                    }
                }
                check(book, seed, step);
            }
        }
    }

    private static void answer(LogBook book, LogQuery query, long written) {
        long to = query.from() + query.limit();
        book.page(page(query.from(), written == 0 ? to : Math.min(to, written), 0, written));
    }

    private static void check(LogBook book, int seed, int step) {
        String where = "seed " + seed + " step " + step;
        assertTrue(book.entries().size() <= 40, where);
        long expected = -1;
        for (long place = book.entries().firstPlace(); place < book.entries().nextPlace(); place++) {
            LogEntry entry = Objects.requireNonNull(book.entries().at(place), where);
            assertTrue(expected < 0 || entry.number() == expected, where + ": " + entry + " after " + expected);
            assertTrue(!(entry instanceof LogEntry.Line line) || text(line).equals("line " + entry.number()),
                    where);
            assertEquals(Optional.of(place), book.entries().placeOf(entry.number()), where);
            expected = entry.next();
        }
        assertTrue(expected <= book.total(), where);
    }

    private static String text(LogEntry.Line line) {
        return line.line().text();
    }

    private static long number(LogBook book, long place) {
        LogEntry entry = book.entries().at(place);
        return entry == null ? -1 : entry.number();
    }

    private static LogEvent line(long n) {
        return new LogEvent.Line(new LogLine(n, 0, "stdout", "line " + n, null));
    }

    private static LogEvent tagged(String run, int replica, long n) {
        return new LogEvent.ServiceLine(new TaggedLine(run, replica, new LogLine(n, 0, "stdout", "line " + n, null)));
    }

    private static LogPage page(long from, long to, long firstAvailable, long total) {
        List<LogLine> lines = new ArrayList<>();
        for (long n = from; n < to; n++) {
            lines.add(new LogLine(n, 0, "stdout", "line " + n, null));
        }
        return new LogPage(lines, firstAvailable, total, firstAvailable > 0, false, null);
    }

    private static LogView view(LogBook book) {
        return LogView.of(book, null, book.entries().firstPlace(), 50, NOW);
    }

    private static String text(LogView view) {
        return view.rows().stream().map(LogBookTest::text).collect(Collectors.joining("|"));
    }

    private static String text(LogRow row) {
        return row.number() + " " + row.spans().stream().map(Span::text).collect(Collectors.joining());
    }
}
