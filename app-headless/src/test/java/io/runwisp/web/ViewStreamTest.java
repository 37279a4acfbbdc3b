package io.runwisp.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.runwisp.daemon.life.TestDaemon;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.TriggerRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page is told of changes, over a real port. */
@Tag("alone")
class ViewStreamTest {

    private static final String TOML = """
        [daemon]
        [tasks.quick]
        run = "echo one; echo two >&2"
        parallelism = 50
        [tasks.slow]
        run = "echo begun; exec sleep 600"
        graceful_stop = "1s"
        """;
    private static final TriggerRequest NOTHING = new TriggerRequest(Map.of());
    private static final Duration WAIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void aRunThatIsStartedElsewhereAppearsWithin300Milliseconds() {
        try (TestDaemon daemon = new TestDaemon(folder, TOML);
                TestBrowser browser = new TestBrowser(daemon);
                TestBrowser.Stream stream = browser.stream()) {
            assertEquals(204, stream.put("runs", "runs", "{}").statusCode());
            var _ = stream.view("runs", state -> state.path("total").asInt() == 0);
            // The first time everything is new to the machine; a person notices the later ones.
            Run warm = daemon.local().trigger("quick", NOTHING, WAIT);
            var _ = stream.view("runs", state -> state.at("/rows/0/id").asText().equals(warm.id())
                    && state.at("/rows/0/verdict/word").asText().equals("succeeded"));
            List<Long> millis = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                long begin = System.nanoTime();
                Run run = daemon.http().trigger("slow", NOTHING, null);
                TestBrowser.Event event = stream
                    .next(each -> each.data().at("/state/rows/0/id").asText().equals(run.id()));
                millis.add(Duration.ofNanos(event.nanos() - begin).toMillis());
                var _ = daemon.local().stopRun("slow", run.id());
                var _ = stream.view("runs", state -> state.at("/rows/0/verdict/word").asText().equals("stopped"));
            }
            // What else the machine has to do makes single ones late, and none of them early.
            assertTrue(Collections.min(millis) <= 300, millis.toString());
        }
    }

    @Test
    void aFloodOfRunsIsDrawnFourTimesASecondAtMostAndTheLastStateComes() {
        try (TestDaemon daemon = new TestDaemon(folder, TOML);
                TestBrowser browser = new TestBrowser(daemon);
                TestBrowser.Stream stream = browser.stream()) {
            var _ = stream.put("a", "runs", "{}");
            var _ = stream.view("a", _ -> true);
            long begin = System.nanoTime();
            String last = "";
            for (int i = 0; i < 60; i++) {
                last = daemon.local().trigger("quick", NOTHING, null).id();
            }
            String newest = last;
            List<Long> times = new ArrayList<>();
            var _ = stream.next(event -> {
                times.add(event.nanos());
                return event.data().at("/state/rows/0/id").asText().equals(newest)
                        && event.data()
                            .at("/state/rows")
                            .findValuesAsText("word")
                            .stream()
                            .allMatch("succeeded"::equals);
            });
            long took = System.nanoTime() - begin;
            assertTrue(times.size() <= 2 + took / Shown.REST.toNanos(), times.size() + " in " + took);
        }
    }

    @Test
    void aSlotShowsOneThingAfterTheOtherWithGrowingNumbersAndEndsWhenItIsCleared() {
        try (TestDaemon daemon = new TestDaemon(folder, TOML);
                TestBrowser browser = new TestBrowser(daemon);
                TestBrowser.Stream stream = browser.stream()) {
            var _ = stream.put("main", "overview", "{}");
            long first = stream.next(event -> event.name().equals("view")).data().path("rev").asLong();
            assertEquals(204, stream.put("main", "unit", "{\"name\":\"quick\"}").statusCode());
            TestBrowser.Event second = stream.next(event -> event.data().at("/state/name").asText().equals("quick"));
            assertTrue(second.data().path("rev").asLong() > first);
            assertEquals(204, stream.delete("main").statusCode());
            var _ = stream.put("other", "runs", "{}");
            var _ = stream.view("other", _ -> true);
            Run run = daemon.local().trigger("quick", NOTHING, WAIT);
            var _ = stream.next(event -> {
                assertNotEquals("main", event.data().path("slot").asText());
                return event.data().at("/state/rows/0/id").asText().equals(run.id());
            });
        }
    }

    @Test
    void ofAScreenThatChangesOnlyWhatIsNewIsSent() {
        try (TestDaemon daemon = new TestDaemon(folder, TOML);
                TestBrowser browser = new TestBrowser(daemon);
                TestBrowser.Stream stream = browser.stream()) {
            var _ = stream.put("main", "runs", "{}");
            for (int i = 0; i < 5; i++) {
                Run run = daemon.local().trigger("quick", NOTHING, WAIT);
                JsonNode state = stream.view("main", view -> view.at("/rows/0/id").asText().equals(run.id())
                        && view.at("/rows/0/verdict/word").asText().equals("succeeded"));
                assertEquals(i + 1, state.path("rows").size());
            }
            assertTrue(stream.patches() > 3, stream.patches() + " patches");
            assertEquals(204, stream.put("main", "runs", "{}").statusCode());
            assertEquals(5, stream.view("main", _ -> true).path("rows").size(), "whoever asks again gets the whole");
        }
    }

    @Test
    void aRunThatIsDeletedIsGone() {
        try (TestDaemon daemon = new TestDaemon(folder, TOML);
                TestBrowser browser = new TestBrowser(daemon);
                TestBrowser.Stream stream = browser.stream()) {
            Run run = daemon.local().trigger("quick", NOTHING, WAIT);
            var _ = stream.put("run", "run", "{\"id\":\"" + run.id() + "\"}");
            var _ = stream.view("run", state -> state.at("/row/id").asText().equals(run.id()));
            daemon.local().deleteRun("quick", run.id());
            JsonNode gone = stream.next(event -> event.name().equals("gone")).data();
            assertEquals("run", gone.path("slot").asText());
            assertEquals("run_unknown", gone.at("/problem/code").asText());
        }
    }

    @Test
    void aConsoleTellsWhatWasPrintedAndWhatComes() {
        try (TestDaemon daemon = new TestDaemon(folder, TOML);
                TestBrowser browser = new TestBrowser(daemon);
                TestBrowser.Stream stream = browser.stream()) {
            Run over = daemon.local().trigger("quick", NOTHING, WAIT);
            assertEquals(204, stream.put("log", "log", log("quick", over)).statusCode());
            List<String> lines = new ArrayList<>();
            var _ = stream.next(event -> {
                event.data()
                    .path("lines")
                    .forEach(line -> lines.add(line.path("stream").asText() + " "
                            + line.path("text").asText()));
                return event.data().has("done");
            });
            lines.sort(null);
            assertEquals(List.of("stderr two", "stdout one"), lines);

            Run going = daemon.local().trigger("slow", NOTHING, null);
            assertEquals(204, stream.put("log", "log", log("slow", going)).statusCode());
            JsonNode begun = stream.next(event -> event.data().at("/lines/0/text").asText().equals("begun")).data();
            assertTrue(begun.path("afresh").asBoolean());
            var _ = daemon.local().stopRun("slow", going.id());
            var _ = stream.next(event -> event.name().equals("lines") && event.data().has("done"));

            assertEquals(404, stream.put("log", "log",
                    "{\"task\":\"quick\",\"run\":\"01ARZ3NDEKTSV4RRFFQ69G5FAV\"}")
                .statusCode());
            assertEquals(422, stream.put("log", "log", "{}").statusCode());
        }
    }

    private static String log(String task, Run run) {
        return "{\"task\":\"" + task + "\",\"run\":\"" + run.id() + "\",\"from\":\"0\"}";
    }

    @Test
    void anotherDaemonKnowsNothingOfTheConnectionsOfTheOneBefore() {
        String connection;
        try (TestDaemon daemon = new TestDaemon(folder, TOML);
                TestBrowser browser = new TestBrowser(daemon);
                TestBrowser.Stream stream = browser.stream()) {
            connection = stream.connection();
            var _ = stream.put("a", "shell", "{}");
            var _ = stream.view("a", _ -> true);
        }
        try (TestDaemon daemon = new TestDaemon(folder, TOML);
                TestBrowser browser = new TestBrowser(daemon);
                TestBrowser.Stream stream = browser.stream()) {
            var refused = browser.ask("PUT", "/api/view/" + connection + "/a", "{\"screen\":\"shell\",\"query\":{}}");
            assertEquals(404, refused.statusCode());
            assertTrue(new String(refused.body(), StandardCharsets.UTF_8).contains("connection_unknown"));
            assertEquals(204, stream.put("a", "shell", "{}").statusCode());
            var _ = stream.view("a", state -> state.path("instance").asText().contains("-"));
        }
    }
}
