package io.runwisp.output.read.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import io.runwisp.model.RunId;
import io.runwisp.output.format.LogStream;
import io.runwisp.output.read.LogLine;
import io.runwisp.output.read.RandomLogs;
import io.runwisp.output.read.WrittenLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSearchTest {

    private static final long SEED = Long.getLong("runwisp.seed", new Random().nextLong());

    @TempDir
    Path directory;

    private final FakeRuns runs = new FakeRuns();
    private final LogSearch search = new LogSearch(runs);

    @Test
    void theNewestRunComesFirstAndTheLinesOfARunInTheirOrder() throws IOException {
        log("one").stdout("disk full", "fine").rotate().stdout("DISK FULL").end();
        log("two").stdout("x", "the disk is full", "disk full again").end();

        assertEquals("1:2 disk full again, 0:0 disk full, 0:2 DISK FULL", shown(found(text("disk full"))));
        assertEquals("0:0 disk full", shown(found(new SearchRequest("backup", "^disk.*l$", true, true,
                Optional.of(runs.all().getLast().run()), 10, Optional.empty()))));
        assertEquals(2, found(text("disk full")).scannedRuns());
        assertTrue(found(text("disk full")).exhausted());
    }

    @Test
    void thePrefixOfAStreamIsNotSearched() throws IOException {
        WrittenLog log = log("one");
        log.line(LogStream.STDERR, "ERR really", 0);
        log.line(LogStream.STDERR, "nothing", 0);
        log.raw("[2026-11-20 12:00:00] [SYSTEM] stopped", LogStream.SYSTEM, "stopped", 0);

        assertEquals("0:0 ERR really", shown(found(text("ERR"))));
        assertEquals("", shown(found(text("2026"))));
        assertEquals("0:2 stopped", shown(found(expression("^stopped"))));
    }

    @Test
    void aCursorGoesOnBehindTheLastHitEvenIfItsRunIsGone() throws IOException {
        log("one").stdout("hit a", "hit b").end();
        log("two").stdout("hit c", "miss", "hit d").end();
        SearchOutcome.Found first = found(SearchRequest.text("backup", "hit", 1));
        assertEquals("1:0 hit c", shown(first));

        SearchRequest next = SearchRequest.text("backup", "hit", 2).from(first.nextCursor().orElseThrow());
        assertEquals("1:2 hit d, 0:0 hit a", shown(found(next)));

        log("three").stdout("hit e").end();
        assertEquals("1:2 hit d, 0:0 hit a", shown(found(next)), "a newer run does not shift the cursor");
        runs.remove(runs.all().get(1).run());
        assertEquals("0:0 hit a, 0:1 hit b", shown(found(next)));
    }

    @Test
    void atMostFiftyRunsAreLookedIntoAtOnce() throws IOException {
        for (int i = 0; i < 60; i++) {
            log("run" + i).stdout(i == 0 ? "hit" : "miss").end();
        }
        SearchOutcome.Found first = found(text("hit"));
        assertEquals(50, first.scannedRuns());
        assertEquals(List.of(), first.hits());

        SearchOutcome.Found second = found(text("hit").from(first.nextCursor().orElseThrow()));
        assertEquals("0:0 hit", shown(second));
        assertEquals(10, second.scannedRuns());
        assertTrue(second.exhausted());
    }

    @Test
    void badQueriesAndCursorsAreToldBeforeAnythingIsRead() throws IOException {
        SearchedRuns untouchable = new SearchedRuns() {
            @Override
            public List<SearchedRun> newestFirst(String unit, Optional<RunId> newest, int limit) {
                throw new AssertionError("runs were asked for");
            }

            @Override
            public Optional<SearchedRun> one(String unit, RunId run) {
                throw new AssertionError("a run was asked for");
            }
        };
        LogSearch careful = new LogSearch(untouchable);
        for (String bad : List.of("", "two\nlines", "x".repeat(1025))) {
            assertInstanceOf(SearchOutcome.BadQuery.class, careful.search(text(bad), Deadline.NONE));
        }
        SearchOutcome outcome = careful.search(expression("a(b"), Deadline.NONE);
        assertTrue(((SearchOutcome.BadQuery) outcome).reason().contains("missing closing )"), outcome.toString());
        for (String bad : List.of("", "%%", "bm9wZQ", encoded("{\"run\":\"81JD4Z7M8N0000000000000000\",\"line\":1}"))) {
            assertInstanceOf(SearchOutcome.BadCursor.class, careful.search(text("x").from(bad), Deadline.NONE));
        }
    }

    @Test
    void atTheDeadlineTheSearchStopsAndCanGoOn() throws IOException {
        WrittenLog log = log("one");
        for (int i = 0; i < 30; i++) {
            log.stdout(i % 10 + " hit " + "x".repeat(60_000));
        }
        log.end();
        List<SearchHit> hits = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int outOfTime = 0;
        do {
            int[] blocks = {0};
            SearchRequest request = new SearchRequest("backup", "7 HIT", false, false, Optional.empty(), 10, cursor);
            SearchOutcome outcome = search.search(request, () -> blocks[0]++ > 1);
            SearchOutcome.Found found = switch (outcome) {
                case SearchOutcome.OutOfTime(SearchOutcome.Found soFar) -> soFar;
                case SearchOutcome.Found all -> all;
                default -> throw new AssertionError(outcome);
            };
            outOfTime += outcome instanceof SearchOutcome.OutOfTime ? 1 : 0;
            hits.addAll(found.hits());
            cursor = found.nextCursor();
        } while (cursor.isPresent());
        assertEquals(List.of(7L, 17L, 27L), hits.stream().map(SearchHit::line).toList());
        assertTrue(outOfTime > 1, "stopped " + outOfTime + " times");
    }

    @Test
    void hitsAreBoundedInBytesToo() throws IOException {
        WrittenLog log = log("one");
        for (int i = 0; i < 40; i++) {
            log.stdout("hit " + "x".repeat(60_000));
        }
        SearchOutcome.Found first = found(SearchRequest.text("backup", "hit", 1000));
        assertEquals(18, first.hits().size());
        assertEquals(18L, found(SearchRequest.text("backup", "hit", 1).from(first.nextCursor().orElseThrow())).hits()
            .getFirst()
            .line());
    }

    @Test
    void ofALineWithoutEndTheFirstMebibyteIsSearched() throws IOException {
        log("one").stdout("start " + "x".repeat(3_000_000) + " end", "end").end();

        assertEquals(List.of(0L), found(text("start")).hits().stream().map(SearchHit::line).toList());
        assertEquals("0:1 end", shown(found(text("end"))));
    }

    @Test
    void bytesThatAreNoTextAreSearchedWithoutHarm() throws IOException {
        Random random = new Random(SEED);
        WrittenLog log = log("binary");
        byte[] bytes = new byte[200_000];
        random.nextBytes(bytes);
        Files.write(log.files().log(), bytes);
        for (String query : List.of("a", "é", "日", "\ufffd", "x😀")) {
            for (boolean regex : new boolean[]{true, false}) {
                found(new SearchRequest("backup", regex ? query + ".?$" : query, regex, false, Optional.empty(), 1000,
                        Optional.empty()));
            }
        }
    }

    @Test
    void everySearchFindsWhatLookingAtEachLineFinds() throws IOException {
        RandomLogs logs = new RandomLogs(SEED, directory);
        for (int i = 0; i < 10; i++) {
            WrittenLog log = logs.next();
            logs.tearSidecars(log.files());
            runs.add(log);
            for (int j = 0; j < 15; j++) {
                compare(log, logs);
            }
            runs.remove(runs.all().getFirst().run());
        }
    }

    private void compare(WrittenLog log, RandomLogs logs) throws IOException {
        boolean regex = logs.below(2) == 0;
        boolean caseSensitive = logs.below(2) == 0;
        String query = logs.query();
        query = regex ? Pattern.quote(query) + (logs.below(2) == 0 ? ".*m" : "") : query;
        int limit = 1 + logs.below(300);
        SearchRequest request = new SearchRequest("backup", query, regex, caseSensitive, Optional.empty(), limit,
                Optional.empty());
        List<SearchHit> hits = new ArrayList<>();
        SearchOutcome.Found found = found(request);
        hits.addAll(found.hits());
        while (found.nextCursor().isPresent()) {
            found = found(request.from(found.nextCursor().get()));
            hits.addAll(found.hits());
        }
        Predicate<String> matches = naive(query, regex, caseSensitive);
        assertEquals(
                log.available().stream().filter(line -> matches.test(line.text())).map(LogSearchTest::shown).toList(),
                hits.stream().map(hit -> hit.line() + " " + hit.stream() + " " + hit.text()).toList(),
                "seed " + SEED + ": " + request + " in " + log.files().log().getFileName());
    }

    private static Predicate<String> naive(String query, boolean regex, boolean caseSensitive) {
        if (regex) {
            Pattern pattern = Pattern.compile(query, caseSensitive ? 0 : Pattern.CASE_INSENSITIVE);
            return text -> pattern.matcher(text).find();
        }
        boolean ascii = query.chars().allMatch(c -> c < 0x80);
        return text -> caseSensitive
                ? text.contains(query)
                : folded(text, ascii).contains(folded(query, ascii));
    }

    private static String folded(String text, boolean ascii) {
        StringBuilder folded = new StringBuilder();
        text.codePoints()
            .map(point -> ascii && point >= 0x80 ? point : Character.toLowerCase(Character.toUpperCase(point)))
            .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private WrittenLog log(String name) throws IOException {
        WrittenLog log = new WrittenLog(directory, name + ".log");
        runs.add(log);
        return log;
    }

    private SearchOutcome.Found found(SearchRequest request) throws IOException {
        return (SearchOutcome.Found) search.search(request, Deadline.NONE);
    }

    private static SearchRequest text(String query) {
        return SearchRequest.text("backup", query, 200);
    }

    private static SearchRequest expression(String query) {
        return new SearchRequest("backup", query, true, false, Optional.empty(), 200, Optional.empty());
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String shown(LogLine line) {
        return line.number() + " " + line.stream() + " " + line.text();
    }

    private String shown(SearchOutcome.Found found) {
        return found.hits()
            .stream()
            .map(hit -> Long.parseLong(hit.run().text().substring(10)) + ":" + hit.line() + " " + hit.text())
            .collect(Collectors.joining(", "));
    }
}
