package io.runwisp.api.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.client.ApiProblem;
import io.runwisp.client.LogEvent;
import io.runwisp.output.read.FollowStart;
import io.runwisp.wire.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFeedTest {

    private static final String NOBODY = "01JC7ZJ3R8Q6WX4T5N0V1B2C3D";

    @TempDir
    Path directory;

    private LiveStage stage;

    @BeforeEach
    void open() {
        stage = new LiveStage(directory);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theLastLinesOnDiskThenWhatComesThenTheEnd() {
        LiveStage.Life run = stage.run("backup", 0).start(0).print(numbers(0, 1500));
        try (Feed<LogTiding> feed = feed(run, new FollowStart.At(-1000))) {
            List<String> told = all(feed);
            assertEquals(1000, told.size());
            assertEquals("500=500", told.getFirst());
            run.print("live");
            assertEquals(List.of("1500=live"), all(feed));
            run.finishLog().end();
            assertEquals(List.of("done 1500"), all(feed));
            assertTrue(feed.isDone());
        }
    }

    @Test
    void theEndIsToldWhenTheRowSaysSoToo() {
        LiveStage.Life run = stage.run("backup", 0).start(0).print("a");
        try (Feed<LogTiding> feed = feed(run, new FollowStart.At(0))) {
            run.finishLog();
            assertEquals(List.of("0=a"), all(feed));
            run.end();
            assertEquals(List.of("done 0"), all(feed));
        }
    }

    @Test
    void theLogOfARunThatWaitsBeginsWithItsStart() {
        LiveStage.Life run = stage.run("backup", 0);
        try (Feed<LogTiding> feed = feed(run, new FollowStart.At(0))) {
            assertEquals(List.of(), all(feed));
            run.start(0).print("a");
            assertEquals(List.of("0=a"), all(feed));
        }
    }

    @Test
    void aRunThatEndsWithoutAStartHasAnEmptyLog() {
        LiveStage.Life run = stage.run("backup", 0);
        try (Feed<LogTiding> feed = feed(run, new FollowStart.At(0))) {
            run.end();
            assertEquals(List.of("done -1"), all(feed));
        }
        assertEquals(ProblemCode.LOG_UNKNOWN, refusal("backup", run.id()));
    }

    @Test
    void aRunThatIsNotThereOrBelongsToAnotherUnitIsAProblem() {
        LiveStage.Life run = stage.run("backup", 0).start(0);
        assertEquals(ProblemCode.RUN_UNKNOWN, refusal("backup", NOBODY));
        assertEquals(ProblemCode.RUN_UNKNOWN, refusal("other", run.id()));
        assertEquals(ProblemCode.RUN_UNKNOWN, refusal("backup", "../../etc/passwd"));
    }

    @Test
    void rotationInTheMiddleLosesNothingThatIsNotAnnounced() {
        LiveStage.Life run = stage.run("backup", 0).start(2_000);
        try (Feed<LogTiding> feed = feed(run, new FollowStart.At(0))) {
            long next = 0;
            for (int i = 0; i < 40; i++) {
                run.print(numbers(i * 50, i * 50 + 50));
                if (i % 7 == 0) {
                    next = account(feed, next);
                }
            }
            run.finishLog().end();
            next = account(feed, next);
            assertTrue(next > 2_000, "rotation says a line of its own: " + next);
        }
    }

    @Test
    void whoComesBackGoesOnBehindTheLastLine() {
        LiveStage.Life run = stage.run("backup", 0).start(0).print("a", "b", "c");
        try (Feed<LogTiding> feed = feed(run, new FollowStart.After(0))) {
            assertEquals(List.of("1=b", "2=c"), all(feed));
        }
        try (Feed<LogTiding> feed = feed(run, new FollowStart.After(-1))) {
            assertEquals("0", feed.poll().getFirst().id());
        }
    }

    @Test
    void theDaemonTellsItsLastLinesThenWhatComesAndWhatWasLeftOut() {
        IntStream.range(0, 150).forEach(i -> stage.lines.add("line " + i));
        try (Feed<String> feed = stage.parts().daemonLog()) {
            List<String> first = feed.poll();
            assertEquals(DaemonLogFeed.REPLAY, first.size());
            assertEquals("line 50", first.getFirst());
            assertEquals(List.of(), feed.poll());
            stage.lines.add("more");
            assertEquals(List.of("more"), feed.poll());
            IntStream.range(0, 1500).forEach(i -> stage.lines.add("flood " + i));
            List<String> after = feed.poll();
            assertEquals("500 lines of this log were left out here, because they were not read fast enough",
                    after.get(0));
            assertEquals("flood 500", after.get(1));
        }
    }

    /** Every line is told once, or announced as missing. */
    private static long account(Feed<LogTiding> feed, long from) {
        long next = from;
        for (List<LogTiding> some = feed.poll(); !some.isEmpty(); some = feed.poll()) {
            for (LogTiding tiding : some) {
                switch (tiding.event()) {
                    case LogEvent.Line(var line) -> assertEquals(next++, line.n());
                    case LogEvent.Dropped(var gap) -> {
                        assertEquals(next - 1, gap.after());
                        next += gap.count();
                    }
                    default -> {
                    }
                }
            }
        }
        return next;
    }

    private Feed<LogTiding> feed(LiveStage.Life run, FollowStart start) {
        return stage.parts().log("backup", run.id(), start, 5000);
    }

    private ProblemCode refusal(String unit, String run) {
        ApiProblem problem = assertThrows(ApiProblem.class,
                () -> stage.parts().log(unit, run, new FollowStart.At(0), 10));
        return ProblemCode.ofWord(problem.problem().code()).orElseThrow();
    }

    private static String[] numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toArray(String[]::new);
    }

    private static List<String> all(Feed<LogTiding> feed) {
        List<String> all = new ArrayList<>();
        for (List<LogTiding> some = feed.poll(); !some.isEmpty(); some = feed.poll()) {
            some.forEach(tiding -> all.add(text(tiding.event())));
        }
        return all;
    }

    private static String text(LogEvent event) {
        return switch (event) {
            case LogEvent.Line(var line) -> line.n() + "=" + line.text();
            case LogEvent.Done(var end) -> "done " + end.finalLine();
            default -> event.toString();
        };
    }
}
