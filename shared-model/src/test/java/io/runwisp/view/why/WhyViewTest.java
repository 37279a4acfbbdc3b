package io.runwisp.view.why;

import static io.runwisp.view.Scene.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.model.EndReason;
import io.runwisp.view.Scene;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.Why;
import io.runwisp.wire.unit.WhyCause;
import io.runwisp.wire.unit.WhyVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class WhyViewTest {

    private static final Instant SLOT = Instant.parse("2026-11-26T02:15:00Z");
    private static final Instant UP = Instant.parse("2026-11-26T02:18:00Z");
    private static final Instant BEFORE = Instant.parse("2026-11-25T20:00:00Z");
    private static final TaskResponse BACKUP = Scene.task(Scene.now("idle", null, SLOT.plus(Duration.ofDays(1))), true,
            "15 3 * * *", "queue");

    static Stream<Arguments> headlines() {
        return Stream.of(
                Arguments.of(why(WhyVerdict.RAN, Scene.ended(1, "failed", 2, 5, Duration.ofSeconds(42)), SLOT),
                        "backup ran at 03:14: Failed after 42 s, exit 2."),
                Arguments.of(why(WhyVerdict.RAN, Scene.active(1, "running", Duration.ofSeconds(72)), SLOT),
                        "backup began at 03:18: Running for 1 m 12 s."),
                Arguments.of(why(WhyVerdict.DID_NOT_RUN, Scene.never(1, "skipped"), SLOT),
                        "backup did not run at 03:15: an earlier run was still going on."),
                Arguments.of(why(WhyVerdict.DID_NOT_RUN, Scene.never(1, "queue_full"), SLOT),
                        "backup did not run at 03:15: as many runs as allowed were waiting already."),
                Arguments.of(why(WhyVerdict.DID_NOT_RUN, Scene.never(1, "dst_skipped"), SLOT),
                        "backup did not run at 03:15: the clocks were changed, and it runs once in that night."),
                Arguments.of(why(WhyVerdict.DID_NOT_RUN, Scene.never(1, "missed"), SLOT,
                        new WhyCause("daemon_down", BEFORE, UP, "it had died")),
                        "backup did not run at 03:15: the daemon was down from yesterday 21:00 to 03:18."),
                Arguments.of(why(WhyVerdict.DID_NOT_RUN, Scene.never(1, "missed"), SLOT,
                        new WhyCause("clock_step", SLOT.minusSeconds(60), SLOT.plusSeconds(60), null)),
                        "backup did not run at 03:15: the clock jumped over it."),
                Arguments.of(why(WhyVerdict.DID_NOT_RUN, Scene.never(1, "failed"), SLOT),
                        "backup did not run at 03:15: it could not be started."),
                Arguments.of(why(WhyVerdict.DID_NOT_RUN, null, SLOT, new WhyCause("paused", BEFORE, null, null)),
                        "backup did not run at 03:15: its schedule was paused since yesterday 21:00."),
                Arguments.of(why(WhyVerdict.DID_NOT_RUN, null, SLOT,
                        new WhyCause("journal_stalled", BEFORE, null, "disk full")),
                        "backup did not run at 03:15: the journal could not be written, so nothing new was started."),
                Arguments.of(why(WhyVerdict.DID_NOT_RUN, null, SLOT),
                        "backup did not run at 03:15: nothing is on record that explains it."),
                Arguments.of(why(WhyVerdict.WAITING, Scene.active(1, "pending", Duration.ofMinutes(3)), SLOT),
                        "backup waited for its start, since 03:17."),
                Arguments.of(why(WhyVerdict.WAITING, Scene.retried(Scene.ended(1, "failed", 2, 5,
                        Duration.ofSeconds(2)), NOW.at().plusSeconds(480)), SLOT),
                        "backup had failed and waited for its next try, due at 03:28."),
                Arguments.of(why(WhyVerdict.NO_SLOT, null, null),
                        "Nothing was due for backup at 03:15; the slot before was yesterday at 03:15; the next is tomorrow at 03:15."),
                Arguments.of(why(WhyVerdict.NOT_THERE, null, null), "backup was not in the configuration at 03:15."),
                Arguments.of(why(WhyVerdict.NOT_YET, null, null),
                        "That time has not come; backup is due tomorrow at 03:15."),
                Arguments.of(why(WhyVerdict.NOT_RECORDED, null, null),
                        "Nothing is on record about backup at 03:15."));
    }

    @ParameterizedTest
    @MethodSource("headlines")
    void theAnswerIsASentence(Why why, String headline) {
        assertEquals(headline, WhyView.of(why, BACKUP, NOW).headline());
    }

    @Test
    void theWayToTheAnswerIsToldQuestionByQuestionAndWhatDecidesIsMarked() {
        Why why = why(WhyVerdict.DID_NOT_RUN, Scene.never(1, "missed"), SLOT,
                new WhyCause("daemon_down", BEFORE, UP, "it had died"),
                new WhyCause("unit_present", BEFORE.minus(Duration.ofDays(3)), null, null),
                new WhyCause("configuration", BEFORE.minus(Duration.ofDays(3)), null, "12 units"));
        assertEquals("""
                > Was the daemon up? No, it was down from yesterday 21:00 to 03:18 (it had died).
                  Was it in the configuration? Yes, since Sun 22 Nov 21:00; the one of that time was taken on Sun 22 Nov at 21:00 (12 units).
                  Was its schedule paused? No.
                  Was something due? Yes, at 03:15.
                  What became of it? Run 0001, at 03:20: missed. Its time passed while the daemon was down, the machine slept or the clock jumped.
                """, text(WhyView.of(why, BACKUP, NOW)));
        assertTrue(advice(why).startsWith("If its work is still wanted: runwisp run-task backup."), advice(why));
    }

    @Test
    void aRunThatFailedIsExplainedByItsExitCodeIfItHasOne() {
        assertTrue(text(answer(Scene.ended(1, "failed", 2, 5, Duration.ofSeconds(42))))
            .contains("failed. It ended with exit 2."));
        assertTrue(text(answer(Scene.ended(1, "failed", 0, 5, Duration.ofSeconds(42))))
            .contains("failed. It ended with an exit code or an output that counts as a failure"));
    }

    @Test
    void aServiceThatWasGivenUpSaysWhatToDo() {
        TaskResponse service = Scene.service(Scene.replicas("gave_up", Scene.replica(0, "gave_up", 5, null)));
        Why why = new Why("api", NOW.at(), "no_slot", null, null, null, null,
                List.of(new WhyCause("daemon_up", BEFORE, null, "it runs")));
        WhyView view = WhyView.of(why, service, NOW);
        assertEquals("api was given up: too many starts in a row failed.", view.headline());
        assertEquals("See what its last run printed (runwisp logs api), remove the cause, then: runwisp start api.",
                view.advice());
        assertTrue(view.steps().getLast().decides());
        assertEquals("Was the daemon up?", view.steps().getFirst().asks());
    }

    @Test
    void howAUnitStandsNowIsNoAnswerAboutYesterday() {
        TaskResponse service = Scene.service(Scene.replicas("gave_up", Scene.replica(0, "gave_up", 5, null)));
        Why why = new Why("api", NOW.at().minus(Duration.ofDays(1)), "no_slot", null, null, null, null, List.of());
        assertEquals("Nothing was due for api yesterday at 03:20.", WhyView.of(why, service, NOW).headline());
    }

    @Test
    void aUnitThatIsGoneCanBeAskedAboutAndANewerDaemonIsBelieved() {
        assertNull(WhyView.of(why(WhyVerdict.NOT_YET, null, null), null, NOW).advice());
        Why newer = new Why("backup", SLOT, "held_by_moon", null, null, null, null, List.of());
        assertEquals("A newer daemon says of backup: held by moon.", WhyView.of(newer, null, NOW).headline());
    }

    @ParameterizedTest
    @EnumSource(EndReason.class)
    void everyEndOfARowThatNeverRanHasASentence(EndReason reason) {
        WhyView view = WhyView.of(why(WhyVerdict.DID_NOT_RUN, Scene.never(1, reason.word()), SLOT), BACKUP, NOW);
        assertTrue(view.headline().startsWith("backup did not run at 03:15: "), view.headline());
        assertFalse(view.headline().contains("null"), view.headline());
        assertFalse(view.steps().isEmpty());
    }

    private static WhyView answer(Run run) {
        return WhyView.of(why(WhyVerdict.RAN, run, SLOT), BACKUP, NOW);
    }

    private static Why why(WhyVerdict verdict, @Nullable Run run, @Nullable Instant slot, WhyCause... causes) {
        return new Why("backup", SLOT, verdict.word(), run, slot, SLOT.minus(Duration.ofDays(1)),
                SLOT.plus(Duration.ofDays(1)), List.of(causes));
    }

    private static String advice(Why why) {
        String advice = WhyView.of(why, BACKUP, NOW).advice();
        assertNotNull(advice);
        return advice;
    }

    private static String text(WhyView view) {
        return view.steps()
            .stream()
            .map(step -> (step.decides() ? "> " : "  ") + step.asks() + " " + step.says() + "\n")
            .collect(Collectors.joining());
    }
}
