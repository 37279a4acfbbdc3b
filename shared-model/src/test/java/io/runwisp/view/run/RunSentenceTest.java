package io.runwisp.view.run;

import static io.runwisp.view.Scene.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.view.Scene;
import io.runwisp.wire.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RunSentenceTest {

    private static final Duration USUAL = Duration.ofSeconds(230);
    private static final Run FAILED = Scene.ended(9, "failed", 2, 1, Duration.ofSeconds(252));

    @Test
    void aFailureTellsWhatIsUsualItsExitTheFailuresBeforeItAndTheNextTry() {
        assertEquals("Failed after 4 m 12 s (usually 3 m 50 s), exit 2, third failure in a row; next try 03:28.",
                RunSentence.of(Scene.retried(FAILED, Instant.parse("2026-11-26T02:28:00Z")),
                        history("failed", "failed"),
                        null, NOW));
    }

    @Test
    void theFirstFailureIsNotCountedAndTheNextSlotIsTold() {
        assertEquals("Failed after 4 m 12 s (usually 3 m 50 s), exit 2; next run tomorrow 03:15.",
                RunSentence.of(FAILED, history(), Instant.parse("2026-11-27T02:15:00Z"), NOW));
    }

    @Test
    void whatWasStoppedOrSkippedBetweenDoesNotEndARowOfFailures() {
        assertTrue(RunSentence.of(FAILED, history("stopped", "failed", "skipped"), null, NOW)
            .contains("second failure in a row"));
    }

    @Test
    void otherEndsAreToldAsPlainly() {
        assertEquals("Succeeded in 933 ms.",
                RunSentence.of(Scene.ended(9, "success", 0, 1, Duration.ofMillis(933)), List.of(), null, NOW));
        assertEquals("Failed after 2.0 s, exit 137 (signal 9).",
                RunSentence.of(Scene.ended(9, "failed", 137, 1, Duration.ofSeconds(2)), List.of(), null, NOW));
        assertEquals("Missed, never started; next run tomorrow 03:15.",
                RunSentence.of(Scene.never(9, "missed"), List.of(), Instant.parse("2026-11-27T02:15:00Z"), NOW));
        assertEquals("Skipped, never started.", RunSentence.of(Scene.never(9, "skipped"), List.of(), null, NOW));
        assertEquals("Failed, never started.",
                RunSentence.of(Scene.ended(9, "failed", -1, 5, Duration.ZERO), List.of(), null, NOW));
        assertEquals("Running for 1 m 5 s (usually 3 m 50 s).",
                RunSentence.of(Scene.active(9, "running", Duration.ofSeconds(65)), history(), null, NOW));
        assertEquals("Waiting for its start since 03:15.",
                RunSentence.of(Scene.active(9, "pending", Duration.ofMinutes(5)), history(), null, NOW));
    }

    @Test
    void whatIsUsualNeedsThreeSuccesses() {
        List<Run> two = history().subList(0, 2);
        assertEquals(Optional.empty(), Usual.of(two));
        assertEquals(new Usual(USUAL, USUAL, USUAL), Usual.of(history()).orElseThrow());
    }

    @Test
    void theRhythmIsOldestFirstAndTallerWhenItTookLonger() {
        List<Run> runs = new ArrayList<>(history());
        runs.addFirst(Scene.ended(10, "failed", 1, 0, USUAL.multipliedBy(5)));
        runs.add(Scene.never(0, "missed"));
        List<Rhythm.Bar> bars = Rhythm.of(runs, NOW).bars();
        assertEquals(List.of(8, 50, 50, 50, 100), bars.stream().map(Rhythm.Bar::height).toList());
        assertEquals("bad", bars.getLast().tone().word());
    }

    @Test
    void aRowHasWhatAColumnShows() {
        RunRow row = RunRow.of(FAILED, NOW);
        assertEquals("2026-11-26 03:14:48", row.when());
        assertEquals("4 m 12 s", row.length());
        assertEquals("2", row.exit());
        assertEquals("schedule", row.by());
        assertEquals("0009", row.shortId());
        assertEquals("", RunRow.of(Scene.never(1, "missed"), NOW).exit());
        assertEquals("api#2", RunRow.label("api", 2));
    }

    /** Three successes, and behind them in time these ends, the newest first. */
    private static List<Run> history(String... newestFirst) {
        List<Run> runs = new ArrayList<>();
        int number = 8;
        for (String reason : newestFirst) {
            runs.add(Scene.ended(number, reason, 1, 10, USUAL));
            number--;
        }
        for (int i = 0; i < 3; i++) {
            runs.add(Scene.ended(number - i, "success", 0, 100, USUAL));
        }
        return runs;
    }
}
