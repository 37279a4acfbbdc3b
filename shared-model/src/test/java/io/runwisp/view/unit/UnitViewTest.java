package io.runwisp.view.unit;

import static io.runwisp.view.Scene.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.client.ApiProblem;
import io.runwisp.live.Link;
import io.runwisp.view.Scene;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.UnitNow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class UnitViewTest {

    private static final Instant NEXT = Instant.parse("2026-11-27T02:15:00Z");
    private static final String CRON = "15 3 * * *";

    static Stream<Arguments> standings() {
        UnitNow paused = new UnitNow("paused", false, List.of(), NOW.at().minus(Duration.ofHours(4)), 0, null, null,
                null);
        UnitNow queued = new UnitNow("running", false, List.of(), null, 2, null, NEXT,
                Scene.active(1, "running", Duration.ofSeconds(72)));
        return Stream.of(
                Arguments.of(task(Scene.now("idle", null, NEXT)),
                        "no run yet: It has not run yet; next run tomorrow 03:15."),
                Arguments.of(Scene.task(Scene.now("idle", null, null), true, null, "queue"),
                        "no run yet: It has not run yet; it runs when somebody asks for it."),
                Arguments.of(task(Scene.now("idle", Scene.ended(1, "success", 0, 5, Duration.ofSeconds(42)), NEXT)),
                        "succeeded: Succeeded in 42 s, 5 min ago; next run tomorrow 03:15."),
                Arguments.of(task(Scene.now("idle", Scene.ended(1, "failed", 2, 5, Duration.ofSeconds(42)), NEXT)),
                        "failed! Failed after 42 s, exit 2; next run tomorrow 03:15."),
                Arguments.of(task(queued), "running: Running for 1 m 12 s, 2 runs waiting behind it."),
                Arguments.of(task(paused),
                        "paused: Schedule paused since yesterday 23:20; it can still be run by hand."),
                Arguments.of(Scene.service(Scene.replicas("running", Scene.replica(0, "running", 0, null))),
                        "running: Up for 5 h."),
                Arguments.of(Scene.service(Scene.replicas("restarting", Scene.replica(0, "running", 0, null),
                        Scene.replica(1, "restarting", 3, NOW.at().plusSeconds(8)))),
                        "restarting! 1 of 2 up; api#1 ended with exit 3, 3 failed starts; starts again in 8 s."),
                Arguments.of(Scene.service(Scene.replicas("gave_up", Scene.replica(0, "gave_up", 5, null))),
                        "gave up! api was given up after 5 failed starts, the last with exit 3; start it once the cause is gone."),
                Arguments.of(Scene.service(Scene.replicas("stopped", Scene.replica(0, "stopped", 0, null))),
                        "stopped: Stopped until it is started, or the daemon is."));
    }

    @ParameterizedTest
    @MethodSource("standings")
    void aUnitSaysHowItStands(TaskResponse unit, String said) {
        UnitView view = view(unit);
        assertEquals(said, view.word() + (view.needsYou() ? "! " : ": ") + view.sentence());
    }

    @Test
    void aServiceThatFailsAgainAndAgainIsNotWellWhileItHappensToBeUp() {
        UnitNow again = Scene.replicas("running", Scene.replica(0, "running", 0, null),
                Scene.again(1, 1, Duration.ofSeconds(50)), Scene.again(2, 4, Duration.ofSeconds(5)));
        UnitView view = view(Scene.service(again, Duration.ofMinutes(1), false));
        assertTrue(view.needsYou());
        assertEquals(
                "unsettled: 3 of 3 up for 5.0 s; api#2 ended with exit 3, 4 failed starts, and has yet to stay up for 1 m.",
                view.word() + ": " + view.sentence());
        assertEquals("running", view(Scene.service(again, Duration.ofSeconds(2), false)).word());
        assertEquals("running", view(Scene.service(again, Duration.ofMinutes(1), true)).word());
    }

    @Test
    void whatCannotBeDoneNowSaysWhy() {
        UnitView idle = view(task(Scene.now("idle", null, NEXT)));
        assertTrue(idle.action(Verb.RUN).possible());
        assertTrue(idle.action(Verb.PAUSE).possible());
        assertEquals("nothing of it runs or waits", idle.action(Verb.STOP).whyNot());
        assertEquals("its schedule is not paused", idle.action(Verb.RESUME).whyNot());
        assertNotNull(idle.action(Verb.RESTART).whyNot());
        UnitView closed = view(Scene.task(Scene.now("running", null, NEXT), false, CRON, "queue"));
        assertFalse(closed.action(Verb.RUN).possible());
        assertTrue(closed.action(Verb.STOP).possible(), "stopping is never forbidden");
        UnitView stalled = UnitView.of(task(Scene.now("idle", null, NEXT)), Scene.daemon("disk full"), NOW);
        assertTrue(String.valueOf(stalled.action(Verb.RUN).whyNot()).contains("disk full"));
    }

    @Test
    void whatWillHappenIsSaidBeforeItDoes() {
        assertEquals("it will wait in the queue", view(task(Scene.now("running", null, null))).action(Verb.RUN).note());
        assertEquals("what runs now will be ended for it",
                view(Scene.task(Scene.now("running", null, null), true, CRON, "terminate")).action(Verb.RUN).note());
    }

    @Test
    void aServiceOffersToStartOnlyWhenItRests() {
        UnitView up = view(Scene.service(Scene.replicas("running", Scene.replica(0, "running", 0, null))));
        assertEquals(List.of(Verb.RESTART, Verb.STOP, Verb.START), up.actions().stream().map(Action::verb).toList());
        assertEquals("it is not stopped", up.action(Verb.START).whyNot());
        assertTrue(view(Scene.service(Scene.replicas("stopped", Scene.replica(0, "stopped", 0, null))))
            .action(Verb.START)
            .possible());
    }

    @Test
    void theHeadlineSaysWhetherSomebodyIsNeeded() {
        UnitView fine = view(task(Scene.now("idle", Scene.ended(1, "success", 0, 5, Duration.ofSeconds(1)), NEXT)));
        UnitView bad = view(task(Scene.now("idle", Scene.ended(1, "failed", 1, 5, Duration.ofSeconds(1)), NEXT)));
        UnitView runs = view(task(Scene.now("running", null, NEXT)));
        assertEquals("All is well.", headline(fine));
        assertEquals("All is well. 1 task is running.", headline(fine, runs));
        assertEquals("One unit needs you. Everything else is fine.", headline(fine, bad, runs));
        assertEquals("Two units need you.", headline(bad, bad));
        assertEquals("There is nothing to run yet.", headline());
        Link lost = new Link.Lost(new ApiProblem(Problem.of(ProblemCode.STOPPING, "it ends")));
        assertTrue(Headline.of(lost, Scene.daemon(null), List.of(fine)).sentence().contains("cannot be reached"));
        assertTrue(Headline.of(new Link.Live(), Scene.daemon("disk full"), List.of(fine))
            .sentence()
            .contains("disk full"));
    }

    private static String headline(UnitView... units) {
        return Headline.of(new Link.Live(), Scene.daemon(null), List.of(units)).sentence();
    }

    private static TaskResponse task(UnitNow now) {
        return Scene.task(now, true, CRON, "queue");
    }

    private static UnitView view(TaskResponse unit) {
        return UnitView.of(unit, Scene.daemon(null), NOW);
    }
}
