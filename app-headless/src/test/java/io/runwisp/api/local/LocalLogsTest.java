package io.runwisp.api.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.client.LogQuery;
import io.runwisp.client.LogSearch;
import io.runwisp.client.RawLog;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunStart;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.log.LogLine;
import io.runwisp.wire.log.LogPage;
import io.runwisp.wire.log.SearchHit;
import io.runwisp.wire.log.SearchPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalLogsTest {

    private static final LogQuery USUAL = LogQuery.lines(LogQuery.USUAL_FROM, LogQuery.USUAL);

    @TempDir
    private Path directory;
    private RunsAtHand hand;

    @BeforeEach
    void open() {
        hand = new RunsAtHand(directory);
    }

    @AfterEach
    void close() {
        hand.close();
    }

    @Test
    void aPageIsTheTailAndSaysWhereEachLineComesFrom() {
        Run run = ended("a", "one\n[ERR] two\nthree\n");
        LogPage page = hand.texts.log("a", run.id().text(), LogQuery.lines(-2, 10));
        assertEquals(List.of("1 stderr two", "2 stdout three"), page.lines()
            .stream()
            .map(line -> line.n() + " " + line.stream() + " " + line.text())
            .toList());
        assertEquals(3, page.totalLines());
        assertTrue(page.finalized());
    }

    @Test
    void aPageEndsAfterAMebibyteAndNamesTheNextLine() {
        Run run = ended("a", ("x".repeat(9999) + "\n").repeat(300));
        List<LogLine> lines = new ArrayList<>();
        int pages = 0;
        for (Long from = 0L; from != null; pages++) {
            LogPage page = hand.texts.log("a", run.id().text(), LogQuery.lines(from, 10_000));
            lines.addAll(page.lines());
            from = page.nextFrom();
        }
        assertEquals(300, lines.size());
        assertEquals(3, pages);
    }

    @Test
    void aRunThatNeverWroteHasAnEmptyLog() throws IOException {
        Run run = hand.save(hand.samples.pending("a").withEnd(Objects.requireNonNull(ended("b", "").end())));
        LogPage page = hand.texts.log("a", run.id().text(), USUAL);
        assertEquals(0, page.lines().size());
        assertTrue(page.finalized());
        assertTrue(raw(run).endsWith(".log: "));
    }

    @Test
    void aLogThatIsGoneIsAProblemAndSoAreLinksAndNamesThatAreNone() throws IOException {
        Run gone = ended("a", "here\n");
        Files.delete(hand.log(gone));
        unknown(gone);
        Files.createSymbolicLink(hand.log(gone), Files.writeString(directory.resolve("secret.log"), "secret\n"));
        unknown(gone);
        unknown(hand.save(gone.withStart(new RunStart(hand.wall.now(), "../../secret.log", null))));
        Run linked = ended("b", "here\n");
        Files.move(hand.logs.resolve("b"), directory.resolve("elsewhere"));
        Files.createSymbolicLink(hand.logs.resolve("b"), directory.resolve("elsewhere"));
        unknown(linked);
        assertEquals(List.of(), hand.texts.searchLogs("a", LogSearch.text("secret")).hits());
        assertEquals(List.of(), hand.texts.searchLogs("b", LogSearch.text("here")).hits());
    }

    private void unknown(Run run) {
        String id = run.id().text();
        RunsAtHand.refused(ProblemCode.LOG_UNKNOWN, () -> hand.texts.log(run.taskName(), id, USUAL));
        RunsAtHand.refused(ProblemCode.LOG_UNKNOWN, () -> hand.texts.rawLog(run.taskName(), id));
    }

    /** The name of its file, and what is in it. */
    private String raw(Run run) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (RawLog raw = hand.texts.rawLog(run.taskName(), run.id().text())) {
            raw.copyTo(whole);
            return raw.fileName() + ": " + whole.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void theRawLogIsThePreviousSegmentAndThenTheCurrentOne() throws IOException {
        Run run = ended("a", "[ERR] new\n");
        Files.writeString(Path.of(hand.log(run) + ".prev"), "old\n");
        assertEquals(hand.log(run).getFileName() + ": old\n[ERR] new\n", raw(run));
    }

    @Test
    void aSearchGoesFromTheNewestRunToTheOldestFiftyAtATimeAndFindsEachOnce() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            expected.addFirst(ended("a", "nothing\nthe Needle " + i + "\n").id().text());
            hand.save(hand.samples.ended("a", EndReason.SKIPPED, -1));
        }
        ended("other", "needle\n");
        List<String> found = new ArrayList<>();
        LogSearch search = LogSearch.text("needle");
        SearchPage page = hand.texts.searchLogs("a", search);
        assertEquals(50, page.scannedRuns());
        while (!page.exhausted()) {
            page.hits().stream().map(SearchHit::runId).forEach(found::add);
            page = hand.texts.searchLogs("a", search.from(Objects.requireNonNull(page.nextCursor())));
        }
        page.hits().stream().map(SearchHit::runId).forEach(found::add);
        assertEquals(expected, found);
    }

    @Test
    void aBadExpressionABadCursorAndARunOfAnotherUnitAreProblems() {
        Run run = ended("a", "x\n");
        RunsAtHand.refused(ProblemCode.BAD_SEARCH,
                () -> hand.texts.searchLogs("a", new LogSearch("(", true, false, null, 1, null)));
        RunsAtHand.refused(ProblemCode.BAD_SEARCH,
                () -> hand.texts.searchLogs("a", LogSearch.text("x").from("not a cursor")));
        RunsAtHand.refused(ProblemCode.RUN_UNKNOWN,
                () -> hand.texts.searchLogs("b", new LogSearch("x", false, false, run.id().text(), 1, null)));
    }

    private Run ended(String unit, String text) {
        return hand.logged(hand.samples.ended(unit, EndReason.SUCCESS, 0), text);
    }
}
