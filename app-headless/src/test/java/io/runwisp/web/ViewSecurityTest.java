package io.runwisp.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.daemon.life.TestDaemon;
import io.runwisp.time.Turns;
import io.runwisp.wire.run.TriggerRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is not let in, and what nobody gets. */
class ViewSecurityTest {

    private static final String SHELL = "{\"screen\":\"shell\",\"query\":{}}";

    @TempDir
    Path folder;

    @Test
    void whoeverIsNotLoggedInSeesNoScreenOpensNoStreamAndSetsNoSlot() {
        try (TestDaemon daemon = new TestDaemon(folder, "[daemon]\n");
                TestBrowser browser = new TestBrowser(daemon);
                TestBrowser.Stream stream = browser.stream()) {
            assertEquals(401, browser.askAsStranger("GET", "/api/view/shell", "").statusCode());
            assertEquals(401, browser.askAsStranger("GET", "/api/view/stream", "").statusCode());
            String slot = "/api/view/" + stream.connection() + "/a";
            assertEquals(401, browser.askAsStranger("PUT", slot, SHELL).statusCode());
            assertEquals(401, browser.askAsStranger("DELETE", slot, "").statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Origin, https://evil.example",
            "Origin, null"})
    void aPageOfSomebodyElseIsRefusedEvenToAsk(String header, String value) {
        try (TestDaemon daemon = new TestDaemon(folder, "[daemon]\n"); TestBrowser browser = new TestBrowser(daemon)) {
            for (String what : List.of("shell", "stream", "runs")) {
                var refused = browser.ask("GET", "/api/view/" + what, "", header, value);
                assertEquals(403, refused.statusCode(), what);
                assertTrue(text(refused.body()).contains("cross_site"));
            }
            assertEquals(200, browser.ask("GET", "/api/view/shell", "", "Sec-Fetch-Site", "same-origin").statusCode());
        }
    }

    @Test
    void noMoreSlotsAndLogsThanABrowserCanUse() {
        try (TestDaemon daemon = new TestDaemon(folder, "[daemon]\n[services.s]\nrun = \"exec sleep 600\"\n");
                TestBrowser browser = new TestBrowser(daemon);
                TestBrowser.Stream stream = browser.stream()) {
            for (int i = 0; i < ViewFeed.MOST_CONSOLES; i++) {
                assertEquals(204, stream.put("log" + i, "log", "{\"task\":\"s\"}").statusCode());
            }
            assertEquals(503, stream.put("more", "log", "{\"task\":\"s\"}").statusCode());
            assertEquals(204, stream.put("log0", "log", "{\"task\":\"s\"}").statusCode(), "the same slot once more");
            for (int i = ViewFeed.MOST_CONSOLES; i < ViewFeed.MOST_SLOTS; i++) {
                assertEquals(204, stream.put("s" + i, "shell", "{}").statusCode());
            }
            var refused = stream.put("more", "shell", "{}");
            assertEquals(503, refused.statusCode());
            assertTrue(text(refused.body()).contains("Close a tab."));
            assertEquals(204, stream.delete("s20").statusCode());
            assertEquals(204, stream.put("more", "shell", "{}").statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs?page=-5", "runs?page=99999999999",
            "runs?exit=%3E%3E%3E&status=nonsense&from=yesterday",
            "overview?filter=%00&sort=x", "units?search=%22%3Cscript%3E", "calendar?span=year",
            "unit?name=ghost&page=x",
            "search?q=%2F.*%2B", "bell?before=01ARZ3NDEKTSV4RRFFQ69G5FAV", "upcoming?hours=1"})
    void whatCannotBeReadDoesNoHarm(String query) {
        try (TestDaemon daemon = new TestDaemon(folder, "[daemon]\n"); TestBrowser browser = new TestBrowser(daemon)) {
            int status = browser.ask("GET", "/api/view/" + query, "").statusCode();
            assertTrue(List.of(200, 404, 422).contains(status), status + "");
            assertEquals(200, browser.ask("GET", "/api/view/shell", "").statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shell?zone=Mars/Olympus", "run?id=../../etc/passwd", "unit?name=..%2F..", "search?q=",
            "calendar?day=9999999-01-01", "calendar?day=0000-01-01", "upcoming?hours=1000000", "upcoming?hours=x",
            "why?unit=a&at=noon", "shell?x=1", "nothing"})
    void whatIsWrongIsRefusedByName(String query) {
        try (TestDaemon daemon = new TestDaemon(folder, "[daemon]\n"); TestBrowser browser = new TestBrowser(daemon)) {
            int status = browser.ask("GET", "/api/view/" + query, "").statusCode();
            assertEquals(query.equals("search?q=") ? 200 : 422, status);
        }
    }

    @Test
    void slotsWithOddNamesAndBodiesAreRefused() {
        try (TestDaemon daemon = new TestDaemon(folder, "[daemon]\n");
                TestBrowser browser = new TestBrowser(daemon);
                TestBrowser.Stream stream = browser.stream()) {
            assertEquals(422, stream.put("a%22b", "shell", "{}").statusCode());
            assertEquals(422, stream.put("x".repeat(65), "shell", "{}").statusCode());
            assertEquals(422, stream.put("a", "nothing", "{}").statusCode());
            assertEquals(422, stream.put("a", "shell", "{\"x\":\"" + "y".repeat(600) + "\"}").statusCode());
            assertEquals(422, stream.put("a", "runs", "{\"search\":\"" + "y".repeat(101) + "\"}").statusCode());
            assertEquals(413, stream.put("a", "shell", "{\"x\":\"" + "y".repeat(20_000) + "\"}").statusCode());
            assertEquals(204, stream.put("a", "shell", "{}").statusCode());
        }
    }

    @Test
    void aBrowserThatDoesNotReadHoldsNobodyUpAndGetsTheLastState() {
        String toml = "[daemon]\n[tasks.t]\nrun = \"true\"\n[tasks.flood]\nrun = \"seq 300000\"\n";
        try (TestDaemon daemon = new TestDaemon(folder, toml);
                TestBrowser browser = new TestBrowser(daemon);
                SleepySocket asleep = SleepySocket.open(browser, daemon.address());
                TestBrowser.Stream awake = browser.stream()) {
            var run = daemon.local().trigger("flood", new TriggerRequest(Map.of()), null);
            for (int i = 0; i < 4; i++) {
                assertEquals(204,
                        asleep.put("log" + i, "{\"screen\":\"log\",\"query\":{\"task\":\"flood\",\"run\":\"" + run.id()
                                + "\"}}"));
            }
            var _ = awake.put("runs", "runs", "{}");
            var _ = awake.view("runs", state -> state.at("/rows/0/verdict/word").asText().equals("succeeded"));
            for (int i = 0; i < 20; i++) {
                var next = daemon.local().trigger("t", new TriggerRequest(Map.of()), null);
                var _ = awake.view("runs", state -> state.at("/rows/0/id").asText().equals(next.id()));
                Turns.pass();
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
