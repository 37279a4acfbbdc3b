package io.runwisp.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.runwisp.daemon.life.TestDaemon;
import io.runwisp.view.screen.ScreenKind;
import io.runwisp.wire.json.WireJson;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.TriggerRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every screen is answered by a real daemon: one that has nothing, and one that has a lot. */
class EveryScreenTest {

    private static final TriggerRequest NOTHING = new TriggerRequest(Map.of());
    private static final Duration WAIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void aDaemonWithNothingAnswersEveryScreenThatNeedsNothing() {
        try (TestDaemon daemon = new TestDaemon(folder, "[daemon]\n"); TestBrowser browser = new TestBrowser(daemon)) {
            for (ScreenKind screen : ScreenKind.values()) {
                byte[] body = browser.ask("GET", "/api/view/" + screen.word(), "").body();
                switch (screen) {
                    case UNIT, RUN, DIFF, WHY -> assertEquals("invalid_request",
                            TestBrowser.json(new String(body, StandardCharsets.UTF_8)).path("code").asText(),
                            screen.word());
                    default -> assertEquals(new String(body, StandardCharsets.UTF_8),
                            WireJson.text(WireJson.read(screen.type(), body)), screen.word());
                }
            }
            JsonNode overview = browser.screen("overview");
            assertEquals("There is nothing to run yet.", overview.at("/headline/sentence").asText());
            assertTrue(overview.at("/empty/example").asText().contains("[tasks."));
            assertEquals("Nothing has run yet. A run appears here as soon as it has a row.",
                    browser.screen("runs").path("empty").asText());
            assertEquals("Nothing has rung.", browser.screen("bell").path("empty").asText());
            assertEquals("unit_unknown", browser.screen("unit?name=ghost").path("code").asText());
            assertEquals("run_unknown", browser.screen("run?id=01ARZ3NDEKTSV4RRFFQ69G5FAV").path("code").asText());
        }
    }

    private static String toml() {
        StringBuilder toml = new StringBuilder("""
            [daemon]
            [tasks.good]
            run = "echo fine; echo needle in the hay"
            env = { COLOUR = "red" }
            secrets = { KEY = "do-not-tell" }
            params = [{ env = "LEVEL", default = "1" }]
            [tasks.bad]
            run = "echo oops >&2; exit 3"
            [services.web]
            run = "exec sleep 600"
            instances = 2
            """);
        for (int i = 0; i < 120; i++) {
            toml.append("[tasks.t")
                .append(i)
                .append("]\ncron = \"0 ")
                .append(i % 24)
                .append(" * * *\"\nrun = \"true\"\n");
        }
        return toml.toString();
    }

    @Test
    void aDaemonWithALotAnswersThemInPages() {
        try (TestDaemon daemon = new TestDaemon(folder, toml()); TestBrowser browser = new TestBrowser(daemon)) {
            Run good = daemon.local().trigger("good", new TriggerRequest(new HashMap<>(Map.of("LEVEL", "2"))), WAIT);
            Run second = daemon.local().trigger("good", NOTHING, WAIT);
            Run bad = daemon.local().trigger("bad", NOTHING, WAIT);
            for (int i = 0; i < 110; i++) {
                var _ = daemon.local().trigger("t" + i, NOTHING, WAIT);
            }
            JsonNode overview = browser.screen("overview");
            assertTrue(overview.at("/headline/sentence").asText().startsWith("One unit needs you."),
                    overview.toString());
            assertEquals(List.of(100, 2, 123), List.of(overview.at("/units/rows").size(),
                    overview.at("/units/pages").asInt(), overview.at("/units/total").asInt()));
            assertEquals("bad", overview.at("/units/rows/0/unit/name").asText());
            assertEquals(bad.id(), overview.at("/needs/0/run_id").asText());
            assertEquals(23, browser.screen("overview?page=1").at("/units/rows").size());
            assertEquals(List.of("bad"), browser.screen("units?filter=attention").at("/rows").findValuesAsText("name"));
            assertEquals(1, browser.screen("units?filter=scheduled&search=t119").at("/rows").size());

            JsonNode runs = browser.screen("runs");
            assertEquals(List.of(100, 2), List.of(runs.path("rows").size(), runs.path("pages").asInt()));
            assertEquals(1, browser.screen("runs?status=failed").path("rows").size());
            assertEquals("The list ends before this page.", browser.screen("runs?page=99").path("empty").asText());

            JsonNode run = browser.screen("run?id=" + good.id());
            assertTrue(run.path("verdict").asText().startsWith("Succeeded in "), run.toString());
            assertEquals(List.of(second.id(), ""), List.of(run.path("newer").asText(), run.path("older").asText()));
            assertEquals("LEVEL", run.at("/params/0/key").asText());
            assertEquals("2", run.at("/params/0/value").asText());
            assertEquals("2 lines", value(run.path("facts"), "Output"));
            assertEquals("it is over", action(run, "stop").path("why_not").asText());
            assertEquals(good.id(), browser.screen("run?id=" + second.id()).path("last_good").asText());

            JsonNode unit = browser.screen("unit?name=good");
            assertEquals(List.of("COLOUR", "KEY"), unit.path("variables").findValuesAsText("name"));
            assertFalse(unit.toString().contains("do-not-tell"), unit.toString());
            assertEquals("LEVEL", unit.at("/params/0/key").asText());
            assertEquals("\"echo fine; echo needle in the hay\"", unit.at("/details/0/value").asText());
            assertEquals(List.of("web", "web#1"), browser.screen("unit?name=web")
                .path("replicas")
                .findValuesAsText(
                        "label"));

            assertTrue(browser.screen("diff?left=" + good.id() + "&right=" + bad.id())
                .path("headline")
                .asText()
                .startsWith("Left: succeeded, right: failed, exit 0 and 3"));
            JsonNode found = searched(browser, "needle");
            assertEquals("needle in the hay", found.at("/results/0/title").asText());
            assertFalse(found.path("searching").asBoolean());
            assertEquals(7, browser.screen("calendar?span=week&day=2026-10-25&zone=Europe/Vienna").path("days").size());
            assertTrue(browser.screen("calendar?day=2026-10-25&zone=Europe/Vienna")
                .path("clocks")
                .asText()
                .contains("The clocks go back"));
            assertEquals(100, browser.screen("upcoming?hours=48").path("rows").size());
            assertTrue(browser.screen("why?unit=bad").path("headline").asText().contains("bad"));
            assertEquals("Nothing changes.", browser.screen("plan").path("headline").asText());
        }
    }

    /** What is found once all is searched, which may take longer than somebody who asks once is made to wait. */
    private static JsonNode searched(TestBrowser browser, String text) {
        long end = System.nanoTime() + TestBrowser.LONG_ENOUGH.toNanos();
        JsonNode found = browser.screen("search?q=" + text);
        while (found.path("searching").asBoolean() && System.nanoTime() < end) {
            found = browser.screen("search?q=" + text);
        }
        return found;
    }

    private static String value(JsonNode facts, String name) {
        for (JsonNode fact : facts) {
            if (fact.path("name").asText().equals(name)) {
                return fact.path("value").asText();
            }
        }
        return "";
    }

    private static JsonNode action(JsonNode run, String verb) {
        for (JsonNode action : run.path("actions")) {
            if (action.path("verb").asText().equals(verb)) {
                return action;
            }
        }
        throw new AssertionError(run.toString());
    }
}
