package io.runwisp.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The output of a run: live, paused, found in, linked to, of any length and speed. */
@Tag("alone")
@ExtendWith(Stage.Door.class)
class ConsoleIT {

    private static final int MANY_NODES = 1_500;
    private static final long SLOW_MS = 3_000;

    /** A frame that comes later than this is a page that has stopped. */
    private static final double FROZEN_MS = 1_000;

    /** Whether a text of the lines stands where it can be seen, wherever it is within its line. */
    private static final String SEEN = """
            text => {
              const log = document.querySelector('[role=log]');
              const edge = log.getBoundingClientRect();
              const walker = document.createTreeWalker(log.querySelector('.rows'), NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                for (let at = node.data.indexOf(text); at >= 0; at = node.data.indexOf(text, at + 1)) {
                  const range = document.createRange();
                  range.setStart(node, at);
                  range.setEnd(node, at + text.length);
                  const place = range.getBoundingClientRect();
                  if (place.top >= edge.top - 1 && place.bottom <= edge.bottom + 1) return true;
                }
              }
              return false;
            }""";

    @Test
    void itFollowsUntilSomebodyReadsFurtherUpAndFollowsAgainOnDemand(Stage stage) throws Exception {
        String run = stage.house.begin("speaks");
        try (Tab tab = stage.at("/tasks/speaks/" + run)) {
            Locator output = tab.region("Output");
            assertThat(tab.lines()).containsText("spoken 3");
            assertThat(output.getByText("following")).isVisible();
            stage.house.awaits("/api/tasks/speaks/runs/" + run + "/log?from=-1&limit=1", "spoken 60");
            tab.lines().focus();
            tab.press("Home");
            assertThat(tab.lines()).containsText("spoken 1");
            assertThat(output.getByText("live, you read further up")).isVisible();
            tab.button("Follow ↓").click();
            assertThat(output.getByText("following")).isVisible();
            stage.house.stop("speaks", run);
            assertThat(output.getByText("complete")).isVisible();
            assertThat(tab.headline()).containsText("Stopped");
        }
    }

    @Test
    void aFailedRunShowsItsLastComplaintAndTellsStreamsApart(Stage stage) {
        try (Tab tab = stage.at("/tasks/breaks/" + stage.cast.bad)) {
            assertThat(tab.headline()).containsText("Failed after");
            assertThat(tab.lines()).containsText("the disk is not there");
            String said = colour(tab.lines().getByText("trying"));
            String complained = colour(tab.lines().getByText("the disk is not there"));
            assertTrue(!said.equals(complained), said);
        }
    }

    @Test
    void coloursAreDrawnAndOtherSequencesDoNothing(Stage stage) {
        try (Tab tab = stage.at("/tasks/colours/" + stage.cast.coloured)) {
            assertThat(tab.lines()).containsText("red and bold green");
            assertTrue(!colour(tab.lines().getByText("red", new Locator.GetByTextOptions().setExact(true)))
                .equals(colour(tab.lines().getByText("bold green"))));
            assertThat(tab.lines()).containsText("bad utf-8 \uFFFD\uFFFD here");
            assertThat(tab.lines().getByRole(AriaRole.LINK)).hasCount(0);
            assertThat(tab.page).hasTitle(Pattern.compile("^colours "));
            assertTrue(!tab.lines().textContent().contains("\u001b"));
        }
    }

    @Test
    void aMillionLinesAreFoundInJumpedThroughAndLinkedTo(Stage stage) throws Exception {
        String run = stage.cast.large;
        stage.house.awaits("/api/tasks/long/runs/" + run, "\"success\"");
        try (Tab tab = stage.at("/tasks/long/" + run)) {
            assertThat(tab.lines()).containsText("line 1000000 of");
            long began = System.nanoTime();
            tab.lines().focus();
            tab.press("Home");
            assertThat(tab.lines()).containsText("line 1 of");
            for (int i = 0; i < 20; i++) {
                tab.press("PageDown");
            }
            tab.press("End");
            assertThat(tab.lines()).containsText("line 1000000 of");
            took("a million lines: to the first line, twenty pages down and to the end", began);
            bounded(tab);

            began = System.nanoTime();
            tab.press("/");
            tab.page.keyboard().type("line 500000 of");
            assertThat(tab.region("Output").getByRole(AriaRole.STATUS)).hasText("1");
            tab.press("Enter");
            assertThat(tab.lines()).containsText("line 500001 of");
            took("a million lines: one of them found and shown", began);
            assertThat(tab.page)
                .hasURL(Pattern.compile("find=line.500000.of&line=500000|line=500000&find=line.500000.of"));
            bounded(tab);
        }
        try (Tab tab = stage.at("/tasks/long/" + run + "?line=700000-700002")) {
            assertThat(tab.lines()).containsText("line 700001 of");
            assertThat(tab.button("Copy the picked lines")).hasText("copy 3 lines");
            tab.lines().getByText("700003", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(tab.page).hasURL(Pattern.compile("line=700003$"));
        }
    }

    @Test
    void hitsAreWalkedThroughByKeys(Stage stage) {
        try (Tab tab = stage.at("/tasks/long/" + stage.cast.large)) {
            assertThat(tab.lines()).containsText("line 1000000 of");
            tab.press("/");
            tab.page.keyboard().type("line 99999");
            Locator found = tab.region("Output").getByRole(AriaRole.STATUS);
            assertThat(found).hasText("11");
            tab.press("Enter");
            assertThat(found).hasText("1 of 11");
            tab.lines().focus();
            tab.press("n", "n");
            assertThat(found).hasText("3 of 11");
            tab.press("N");
            assertThat(found).hasText("2 of 11");
        }
    }

    @Test
    void aWrappedLineThatIsHigherThanTheWindowIsScrolledThroughAndFoundIn(Stage stage) throws Exception {
        String run = stage.house.run("tall", "{}");
        try (Tab tab = stage.at("/tasks/tall/" + run)) {
            assertThat(tab.lines()).containsText("the end");
            tab.button("Wrap long lines (w)").click();
            awaitsSeen(tab, "the end", true);
            tab.lines().hover();
            tab.page.mouse().wheel(0, -400);
            awaitsSeen(tab, "39500", true);
            awaitsSeen(tab, "the end", false);
            tab.page.mouse().wheel(0, 5000);
            awaitsSeen(tab, "the end", true);
            tab.lines().focus();
            tab.press("Home");
            awaitsSeen(tab, "1 2 3 4", true);
            tab.press("PageDown");
            awaitsSeen(tab, "1 2 3 4", false);
            tab.press("PageUp");
            awaitsSeen(tab, "1 2 3 4", true);
            tab.lines().evaluate("log => log.scrollTop = (log.scrollHeight - log.clientHeight) / 2");
            awaitsSeen(tab, "1 2 3 4", false);
            awaitsSeen(tab, "the end", false);
            tab.press("Home", "/");
            tab.page.keyboard().type("123");
            Locator found = tab.region("Output").getByRole(AriaRole.STATUS);
            assertThat(found).hasText(Pattern.compile("[1-9].*"));
            tab.press("Enter");
            awaitsSeen(tab, "123", true);
            tab.lines().focus();
            tab.press("n");
            awaitsSeen(tab, " 1122 1", true);
            tab.press("w");
            tab.lines().evaluate("log => log.scrollLeft = 0");
            tab.press("n");
            tab.page.waitForFunction("() => document.querySelector('[role=log]').scrollLeft > 1000");
        }
    }

    /** Waits until a text is within the window, or is not any more. */
    private static void awaitsSeen(Tab tab, String text, boolean there) {
        tab.page.waitForFunction("([text, there]) => (" + SEEN + ")(text) === there", List.of(text, there));
    }

    @Test
    void tenThousandLinesASecondDoNotStopThePage(Stage stage) throws Exception {
        String run = stage.house.begin("flood");
        try (Tab tab = stage.at("/tasks/flood/" + run)) {
            assertThat(tab.lines()).containsText("flood ");
            String log = "/api/tasks/flood/runs/" + run + "/log?from=-1&limit=1";
            long began = System.nanoTime();
            long before = total(stage.house.get(log));
            double worst = ((Number) tab.page.evaluate("""
                () => new Promise(done => {
                  let last = performance.now(), worst = 0, frames = 0;
                  const next = now => {
                    worst = Math.max(worst, now - last);
                    last = now;
                    if (++frames === 180) done(worst); else requestAnimationFrame(next);
                  };
                  requestAnimationFrame(next);
                })""")).doubleValue();
            double rate = (total(stage.house.get(log)) - before) / ((System.nanoTime() - began) / 1e9);
            Figures.tell("lines a second while frames are counted", rate, "lines/s");
            Figures.tell("10,000 lines a second: longest wait for a frame of 180", worst, "ms");
            assertTrue(worst < FROZEN_MS, () -> worst + " ms");
            tab.lines().focus();
            tab.press("Home");
            assertThat(tab.lines()).containsText("flood 0 0 ");
            bounded(tab);
        } finally {
            stage.house.stop("flood", run);
        }
    }

    @Test
    void whatARunPrintedIsDownloadedAndLooksAreRemembered(Stage stage) throws Exception {
        try (Tab tab = stage.at("/tasks/breaks/" + stage.cast.bad)) {
            Download file = tab.page.waitForDownload(() -> tab.link("download").click());
            assertTrue(Files.readString(file.path()).contains("the disk is not there"));
            tab.button("Wrap long lines (w)").click();
            tab.page.reload();
            assertThat(tab.page.getByRole(AriaRole.BUTTON,
                    new Page.GetByRoleOptions().setName("Wrap long lines (w)").setPressed(true)))
                .isVisible();
        }
    }

    @Test
    void allReplicasOfAServiceSpeakInOneLog(Stage stage) {
        try (Tab tab = stage.at("/tasks/web")) {
            tab.link("Log").click();
            assertThat(tab.headline()).hasText("What web prints");
            assertThat(tab.lines()).containsText("request");
            assertThat(tab.lines()).containsText("web#1");
            assertThat(tab.lines()).containsText("web#2");
        }
    }

    private static long total(String page) {
        return Long.parseLong(page.replaceAll(".*\"total_lines\":(\\d+).*", "$1"));
    }

    private static void bounded(Tab tab) {
        int nodes = ((Number) tab.lines().evaluate("log => log.querySelectorAll('*').length")).intValue();
        assertTrue(nodes < MANY_NODES, () -> nodes + " nodes");
    }

    private static void took(String what, long began) {
        long ms = (System.nanoTime() - began) / 1_000_000;
        Figures.tell(what, (double) ms, "ms");
        assertTrue(ms < SLOW_MS, () -> what + ": " + ms + " ms");
    }

    private static String colour(Locator text) {
        return text.first().evaluate("element => getComputedStyle(element).color").toString();
    }

    @Test
    void aRunThatDoesNotExistIsNoOtherRun(Stage stage) {
        try (Tab tab = stage.at("/tasks/breaks/01ARZ3NDEKTSV4RRFFQ69G5FAV").expects("404")) {
            assertThat(tab.headline()).hasText("There is no such run");
            assertEquals(0, tab.lines().count());
        }
    }
}
