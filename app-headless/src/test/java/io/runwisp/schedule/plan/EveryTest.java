package io.runwisp.schedule.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@code @every}: monotonic while the daemon runs, by the wall clock after a start. */
class EveryTest {

    @Test
    void theFirstFiringComesAnIntervalAfterTheTaskWasSeen() {
        PlannedTask task = new PlannedTask("@every 1h", "UTC", "2026-07-01 12:00Z");
        assertEquals("nothing | 07-01 13:00Z", task.shown(task.after("PT59M")));
        assertEquals("fire 07-01 13:00Z | 07-01 14:00Z", task.shown(task.after("PT1M")));
    }

    @Test
    void lateWakesDoNotMakeItDrift() {
        PlannedTask task = new PlannedTask("@every 10s", "UTC", "2026-07-01 12:00Z");
        assertEquals("fire 07-01 12:00:10Z | 07-01 12:00:20Z", task.shown(task.after("PT14S")));
        assertEquals("fire 07-01 12:00:20Z | 07-01 12:00:30Z", task.shown(task.after("PT6S")));
    }

    @Test
    void lateByWholeIntervalsItFiresOnceAndCountsFromNow() {
        PlannedTask task = new PlannedTask("@every 10s", "UTC", "2026-07-01 12:00Z");
        assertEquals("fire 07-01 12:00:10Z | 07-01 12:00:55Z", task.shown(task.after("PT45S")));
    }

    @Test
    void aClockThatIsSetDoesNotChangeTheInterval() {
        for (String step : new String[]{"PT-26H", "PT-2H", "PT-30S", "PT30S", "PT2H", "PT50000H"}) {
            PlannedTask task = new PlannedTask("@every 1h", "UTC", "2026-07-01 12:00Z");
            task.after("PT30M");
            task.clocks.step(Duration.parse(step));
            assertEquals("nothing", task.text.decisions(task.wake()), step);
            assertEquals("nothing", task.text.decisions(task.after("PT29M59S")), step);
            assertEquals("fire", task.text.decisions(task.after("PT1S")).substring(0, 4), step);
        }
    }

    @Test
    void aSleepIsNotCounted() {
        PlannedTask task = new PlannedTask("@every 1h", "UTC", "2026-07-01 12:00Z");
        task.after("PT30M");
        task.clocks.sleep(Duration.ofHours(8));
        assertEquals("nothing | 07-01 21:00Z", task.shown(task.wake()));
        assertEquals("fire 07-01 21:00Z | 07-01 22:00Z", task.shown(task.after("PT30M")));
    }

    @Test
    void aShortRestartDoesNotBeginTheIntervalAnew() {
        PlannedTask task = new PlannedTask("@every 24h", "UTC", "2026-07-01 12:00Z");
        for (int day = 0; day < 3; day++) {
            task.restartAfter("PT7H");
        }
        assertEquals("nothing | 07-02 12:00Z", task.shown(task.wake()));
    }

    @Test
    void dueWhileTheDaemonWasDownItRunsOnceAtTheStart() {
        PlannedTask task = new PlannedTask("@every 1h", "UTC", "2026-07-01 12:00Z").catchUp(100);
        assertEquals("again 07-01 13:00Z | 07-01 14:30Z", task.shown(task.restartAfter("PT1H30M")));
        assertEquals(
                "missed 3 07-01 14:30Z..07-01 16:30Z rerun 1, again 07-01 16:30Z | 07-01 18:00Z",
                task.shown(task.restartAfter("PT3H30M")));
    }

    @Test
    void whoWantsNothingCaughtUpGetsARowAndTheNextInterval() {
        PlannedTask task = new PlannedTask("@every 1h", "UTC", "2026-07-01 12:00Z").catchUp(0);
        assertEquals("missed 1 07-01 13:00Z rerun 0 | 07-01 14:00Z", task.shown(task.restartAfter("PT1H30M")));
    }

    @Test
    void aClockSetBackWhileTheDaemonWasDownDelaysByOneIntervalAtMost() {
        PlannedTask task = new PlannedTask("@every 1h", "UTC", "2026-07-01 12:00Z");
        task.after("PT1H");
        task.clocks.step(Duration.ofHours(-5));
        assertEquals("nothing | 07-01 09:10Z", task.shown(task.restartAfter("PT10M")));
        assertEquals("fire 07-01 09:10Z | 07-01 10:10Z", task.shown(task.after("PT1H")));
    }

    @Test
    void aPauseIsPassed() {
        PlannedTask task = new PlannedTask("@every 1h", "UTC", "2026-07-01 12:00Z");
        task.pause();
        assertEquals("dropped 2 07-01 13:00Z..07-01 14:00Z | never", task.shown(task.after("PT2H30M")));
        task.resume();
        assertEquals("nothing | 07-01 15:00Z", task.shown(task.wake()));
    }

    @Test
    void daylightSavingDoesNotTouchIt() {
        PlannedTask task = new PlannedTask("@every 30m", "Europe/Bratislava", "2026-10-25 02:00+02");
        assertEquals("fire 10-25 02:30+02 | 10-25 02:00+01", task.shown(task.after("PT30M")));
        assertEquals("fire 10-25 02:00+01 | 10-25 02:30+01", task.shown(task.after("PT30M")));
        assertEquals("fire 10-25 02:30+01 | 10-25 03:00+01", task.shown(task.after("PT30M")));
    }
}
