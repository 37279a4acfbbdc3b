package io.runwisp.view.screen;

import static io.runwisp.view.Scene.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.live.Link;
import io.runwisp.live.Picture;
import io.runwisp.view.Scene;
import io.runwisp.view.calendar.Axis;
import io.runwisp.view.calendar.CalendarView;
import io.runwisp.wire.daemon.MetricsSample;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.TaskResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class OverviewScreenTest {

    private static final Run FAILED = Scene.ended(1, "failed", 2, 5, Duration.ofSeconds(42));
    private static final Run GOOD = Scene.ended(1, "success", 0, 5, Duration.ofSeconds(42));
    private static final Run GOING = Scene.active(2, "running", Duration.ofSeconds(12));
    private static final Link LIVE = new Link.Live();

    @Test
    void theFirstSentencesSayWhatNeedsYouWhatRunsAndWhatIsNext() {
        OverviewScreen screen = screen(
                task("a", Scene.task(Scene.now("idle", FAILED, NOW.at().plusSeconds(120)), true, "* * * * *", "queue")),
                task("b", Scene.task(Scene.now("running", GOING, null), true, null, "queue")));
        assertEquals("One unit needs you. Everything else is fine.", screen.headline().sentence());
        assertEquals("1 is running. Next: a in 2 min. 400 runs today, 99 % good.", screen.sub());
        assertEquals(List.of("a"), screen.needs().stream().map(OverviewScreen.Need::unit).toList());
        assertEquals(FAILED.id(), screen.needs().getFirst().runId());
        assertEquals(List.of("b"), screen.running().stream().map(OverviewScreen.Running::unit).toList());
        assertEquals("12 s of about 40 s", screen.running().getFirst().says());
        assertEquals(40_000L, screen.running().getFirst().usualMs());
        assertNull(screen.empty());
    }

    @Test
    void whatFailedIsNotRoundedAway() {
        OverviewScreen screen = screen(new OverviewScreen.Today(9_999, 9_999, 1, calendar()));
        assertTrue(screen.sub().endsWith("9999 runs today, 99 % good."), screen.sub());
        assertTrue(screen(new OverviewScreen.Today(55_678, 55_678, 0, calendar())).sub()
            .endsWith("55.6k runs today, all good."));
        assertTrue(screen(new OverviewScreen.Today(0, 0, 0, calendar())).sub().endsWith("No runs today yet."));
        assertTrue(screen(new OverviewScreen.Today(2, 0, 0, calendar())).sub().endsWith("2 runs today."));
    }

    @Test
    void whoHasNothingIsShownHowToBegin() {
        OverviewScreen screen = screen();
        assertTrue(screen.headline().sentence().contains("nothing to run"), screen.headline().sentence());
        assertTrue(String.valueOf(screen.empty()).contains("[tasks.hello]"));
        assertEquals("The configuration has no tasks and no services.", screen.units().empty());
    }

    @Test
    void panelsAreShortAndSayHowManyMoreThereAre() {
        TaskResponse[] many = new TaskResponse[9];
        for (int i = 0; i < many.length; i++) {
            many[i] = task("u" + i, Scene.task(Scene.now("idle", FAILED, null), true, null, "queue"));
        }
        OverviewScreen screen = screen(many);
        assertEquals(List.of(OverviewScreen.MOST, 9 - OverviewScreen.MOST),
                List.of(screen.needs().size(), screen.moreNeeds()));
    }

    @Test
    void aServiceIsOneThingThatRuns() {
        OverviewScreen screen = screen(Scene.service(Scene.replicas("running", Scene.replica(0, "running", 0, null),
                Scene.replica(1, "running", 0, null))));
        assertEquals("2 of 2 up for 5 h.", screen.running().getFirst().says());
        assertEquals("", screen.running().getFirst().runId());
    }

    private static OverviewScreen screen(TaskResponse... units) {
        return screen(new OverviewScreen.Today(400, 400, 3, calendar()), units);
    }

    private static OverviewScreen screen(OverviewScreen.Today today, TaskResponse... units) {
        return OverviewScreen.of(LIVE, picture(units), UnitsWanted.ALL, new OverviewScreen.Parts(_ -> List.of(
                Scene.ended(5, "success", 0, 60, Duration.ofSeconds(40)),
                Scene.ended(4, "success", 0, 120, Duration.ofSeconds(40)),
                Scene.ended(3, "success", 0, 180, Duration.ofSeconds(40))), today, List.of(GOOD),
                List.of(new MetricsSample(0, 12.4, 50.6, 1024, 2048))), NOW);
    }

    private static CalendarView calendar() {
        return CalendarView.of(Axis.day(LocalDate.of(2026, 11, 26), NOW.zone()), List.of(), List.of(), Map.of(), true,
                NOW);
    }

    static Picture picture(TaskResponse... units) {
        SortedMap<String, TaskResponse> named = new TreeMap<>();
        for (TaskResponse unit : units) {
            named.put(unit.name(), unit);
        }
        return new Picture(Scene.daemon(null), named, 0, null);
    }

    static TaskResponse task(String name, TaskResponse like) {
        return new TaskResponse(name, like.kind(), like.group(), like.description(), like.apiTrigger(), like.now(),
                like.rules(), like.task(), like.service());
    }
}
