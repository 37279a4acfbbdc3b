package io.runwisp.api.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.client.ApiProblem;
import io.runwisp.client.LogEvent;
import io.runwisp.wire.ProblemCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLogFeedTest {

    @TempDir
    Path directory;

    private LiveStage stage;
    private String lastId = "";

    @BeforeEach
    void open() {
        stage = new LiveStage(directory);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void replicasAreMergedByTimeAndTagged() {
        LiveStage.Life first = stage.run("api", 0).start(0).print("a");
        stage.clock.advance(Duration.ofSeconds(2));
        LiveStage.Life second = stage.run("api", 1).start(0).print("b");
        stage.clock.advance(Duration.ofSeconds(2));
        first.print("c");
        stage.run("other", 0).start(0).print("not of this one");
        try (Feed<LogTiding> feed = feed(2, null)) {
            assertEquals(List.of("#0 0=a", "#1 0=b", "#0 1=c"), all(feed));
            second.print("d");
            assertEquals(List.of("#1 1=d"), all(feed));
        }
    }

    @Test
    void aReplicaThatStartsAfreshIsFollowedFromItsFirstLine() {
        LiveStage.Life run = stage.run("api", 0).start(0).print("a");
        try (Feed<LogTiding> feed = feed(1, null)) {
            run.finishLog().end();
            LiveStage.Life next = stage.run("api", 0).start(0).print("b");
            assertEquals(List.of("#0 0=a", "#0 0=b"), all(feed));
            next.print("c");
            stage.run("api", 1).start(0).print("grown");
            assertEquals(List.of("#0 1=c", "#1 0=grown"), all(feed).stream().sorted().toList());
        }
    }

    @Test
    void whoComesBackMissesNothingAndIsToldNothingTwice() {
        LiveStage.Life first = stage.run("api", 0).start(0).print("a", "b");
        LiveStage.Life second = stage.run("api", 1).start(0).print("x");
        try (Feed<LogTiding> feed = feed(2, null)) {
            assertEquals(3, all(feed).size());
        }
        first.print("c").finishLog().end();
        stage.run("api", 0).start(0).print("short life").finishLog().end();
        stage.run("api", 0).start(0).print("again");
        second.print("y");
        try (Feed<LogTiding> feed = feed(2, LogCursor.read(lastId).orElseThrow())) {
            assertEquals(List.of("#0 0=again", "#0 0=short life", "#0 2=c", "#1 1=y"),
                    all(feed).stream().sorted().toList());
        }
        try (Feed<LogTiding> feed = feed(2, LogCursor.read(lastId).orElseThrow())) {
            assertEquals(List.of(), all(feed));
        }
    }

    @Test
    void replicasThatAreNotWantedAnyMoreAreOldHistory() {
        stage.run("api", 3).start(0).print("old").finishLog().end();
        stage.run("api", 0).start(0).print("a");
        try (Feed<LogTiding> feed = feed(1, null)) {
            assertEquals(List.of("#0 0=a"), all(feed));
        }
    }

    @Test
    void aUnitThatIsNotThereIsAProblem() {
        ApiProblem problem = assertThrows(ApiProblem.class, () -> stage.parts().serviceLog("ghost", 10, null));
        assertTrue(problem.is(ProblemCode.UNIT_UNKNOWN));
    }

    @Test
    void anIdIsReadAsItWasWrittenAndNothingElseIs() {
        String run = "01JC7ZJ3R8Q6WX4T5N0V1B2C3D";
        for (String text : List.of(run + ":0", run + ":12." + "01JC7ZJ3R8Q6WX4T5N0V1B2C3E:9")) {
            assertEquals(text, LogCursor.read(text).orElseThrow().text());
        }
        for (String text : List.of("", "7", run, run + ":", run + ":-1", run + ":1.", "x:1", ":1",
                (run + ":1.").repeat(200))) {
            assertTrue(LogCursor.read(text).isEmpty(), text);
        }
    }

    private Feed<LogTiding> feed(int replicas, @Nullable LogCursor cursor) {
        return new ServiceLogFeed(stage.parts().logs(), stage.parts().hub(), "api", replicas, 1000, cursor);
    }

    private List<String> all(Feed<LogTiding> feed) {
        List<String> all = new ArrayList<>();
        for (List<LogTiding> some = feed.poll(); !some.isEmpty(); some = feed.poll()) {
            for (LogTiding tiding : some) {
                if (tiding.id() != null) {
                    lastId = tiding.id();
                }
                if (tiding.event() instanceof LogEvent.ServiceLine(var line)) {
                    all.add("#" + line.replicaIndex() + " " + line.line().n() + "=" + line.line().text());
                }
            }
        }
        return all;
    }
}
