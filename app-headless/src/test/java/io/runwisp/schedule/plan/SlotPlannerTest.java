package io.runwisp.schedule.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.schedule.Schedule;
import io.runwisp.time.ClockReading;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The planner as a table: zone, schedule, mark, what lies between, how many are caught up, now; decisions and next. */
class SlotPlannerTest {

    @ParameterizedTest(name = "{1} from {2} to {3} in {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # nothing is due yet, exactly on time, a little late, several late ones
            UTC | 30 2 * * *    | 2026-07-01 02:30Z | 2026-07-02 02:29:59.999Z | nothing | 07-02 02:30Z
            UTC | 30 2 * * *    | 2026-07-01 02:30Z | 2026-07-02 02:30Z | fire 07-02 02:30Z | 07-03 02:30Z
            UTC | 30 2 * * *    | 2026-07-01 02:30Z | 2026-07-02 02:30:45Z | fire 07-02 02:30Z | 07-03 02:30Z
            UTC | */10 * * * * * | 2026-07-01 00:00Z | 2026-07-01 00:00:31Z | \
            fire 07-01 00:00:10Z, fire 07-01 00:00:20Z, fire 07-01 00:00:30Z | 07-01 00:00:40Z
            # sixty seconds are ordinary, more is a gap of the daemon's own
            UTC | 30 2 * * *    | 2026-07-01 02:30Z | 2026-07-02 02:31Z | fire 07-02 02:30Z | 07-03 02:30Z
            UTC | 30 2 * * *    | 2026-07-01 02:30Z | 2026-07-02 02:31:00.001Z | again 07-02 02:30Z | 07-03 02:30Z
            UTC | * * * * *     | 2026-07-01 02:30Z | 2026-07-01 02:33:30Z | \
            missed 2 07-01 02:31Z..07-01 02:32Z rerun 1, again 07-01 02:32Z, fire 07-01 02:33Z | 07-01 02:34Z
            # spring: left out times run later, of several the first
            Europe/Bratislava   | 30 2 * * *       | 2026-03-28 02:30+01 | 2026-03-29 03:30+02 | \
            fire 03-29 03:30+02 | 03-30 02:30+02
            Europe/Bratislava   | 15,45 2 * * *    | 2026-03-28 02:45+01 | 2026-03-29 03:15:10+02 | \
            fire 03-29 03:15+02 | 03-29 03:45+02
            Europe/Bratislava   | 15,45 2 * * *    | 2026-03-29 03:15+02 | 2026-03-29 03:45+02 | \
            collapsed 03-29 03:45+02 | 03-30 02:15+02
            America/New_York    | 0 2 * * *        | 2026-03-07 02:00-05 | 2026-03-08 03:00-04 | \
            fire 03-08 03:00-04 | 03-09 02:00-04
            Australia/Lord_Howe | 10 2 * * *       | 2026-10-03 02:10+1030 | 2026-10-04 02:40+11 | \
            fire 10-04 02:40+11 | 10-05 02:10+11
            America/Santiago    | 0 0 * * *        | 2026-09-05 00:00-04 | 2026-09-06 01:00-03 | \
            fire 09-06 01:00-03 | 09-07 00:00-03
            # autumn: once, but a wildcard hour keeps its rhythm
            Europe/Bratislava   | 30 2 * * *       | 2026-10-24 02:30+02 | 2026-10-25 02:30+02 | \
            fire 10-25 02:30+02 | 10-25 02:30+01
            Europe/Bratislava   | 30 2 * * *       | 2026-10-25 02:30+02 | 2026-10-25 02:30+01 | \
            repeated 10-25 02:30+01 | 10-26 02:30+01
            Europe/Bratislava   | 30 * * * *       | 2026-10-25 02:30+02 | 2026-10-25 02:30+01 | \
            fire 10-25 02:30+01 | 10-25 03:30+01
            Australia/Lord_Howe | 45 1 * * *       | 2026-04-05 01:45+11 | 2026-04-05 01:45+1030 | \
            repeated 04-05 01:45+1030 | 04-06 01:45+1030
            America/Santiago    | 30 23 * * *      | 2026-04-04 23:30-03 | 2026-04-04 23:30-04 | \
            repeated 04-04 23:30-04 | 04-05 23:30-04
            Asia/Kathmandu      | 15 5 * * *       | 2026-10-25 05:15+0545 | 2026-10-26 05:15+0545 | \
            fire 10-26 05:15+0545 | 10-27 05:15+0545
            Asia/Kolkata        | 0 0 * * *        | 2026-10-25 00:00+0530 | 2026-10-26 00:00:01+0530 | \
            fire 10-26 00:00+0530 | 10-27 00:00+0530
            # leap days
            UTC | 0 12 29 2 *   | 2024-02-29 12:00Z | 2028-02-28 12:00Z | nothing | 02-29 12:00Z
            UTC | 0 12 29 2 *   | 2024-02-29 12:00Z | 2028-02-29 12:00Z | fire 02-29 12:00Z | 02-29 12:00Z
            # a zone of the schedule's own wins
            UTC | TZ=Asia/Tokyo 0 9 * * * | 2026-07-01 00:00Z | 2026-07-02 00:00Z | fire 07-02 00:00Z | 07-03 00:00Z
            """)
    void whileTheDaemonRuns(String zone, String cron, String mark, String now, String decisions, String next) {
        assertEquals(decisions + " | " + next, plan(zone, cron, mark, Interruption.NONE, 1, now));
    }

    @ParameterizedTest(name = "{1} from {2} to {3} catch up {4} in {0}")
    @CsvSource(delimiter = '|', textBlock = """
            UTC | 30 2 * * * | 2026-07-01 02:30Z | 2026-07-02 02:29Z | 1 | nothing | 07-02 02:30Z
            # a row only when something is not run again
            UTC | 30 2 * * * | 2026-07-01 02:30Z | 2026-07-02 09:00Z | 1 | again 07-02 02:30Z | 07-03 02:30Z
            UTC | 30 2 * * * | 2026-07-01 02:30Z | 2026-07-02 09:00Z | 0 | missed 1 07-02 02:30Z rerun 0 | 07-03 02:30Z
            UTC | 30 2 * * * | 2026-07-01 02:30Z | 2026-07-04 09:00Z | 1 | \
            missed 3 07-02 02:30Z..07-04 02:30Z rerun 1, again 07-04 02:30Z | 07-05 02:30Z
            UTC | 30 2 * * * | 2026-07-01 02:30Z | 2026-07-04 09:00Z | 0 | \
            missed 3 07-02 02:30Z..07-04 02:30Z rerun 0 | 07-05 02:30Z
            UTC | 30 2 * * * | 2026-07-01 02:30Z | 2026-07-04 09:00Z | 100 | \
            again 07-02 02:30Z, again 07-03 02:30Z, again 07-04 02:30Z | 07-05 02:30Z
            UTC | 30 2 * * * | 2026-07-01 02:30Z | 2026-07-04 09:00Z | 2 | \
            again 07-03 02:30Z, missed 3 07-02 02:30Z..07-04 02:30Z rerun 2, again 07-04 02:30Z | 07-05 02:30Z
            # a slot at the very moment of the start belongs to the gap
            UTC | 30 2 * * * | 2026-07-01 02:30Z | 2026-07-02 02:30Z | 0 | missed 1 07-02 02:30Z rerun 0 | 07-03 02:30Z
            # down over a change of the clocks: a repeated time is not missed
            Europe/Bratislava | 30 2 * * * | 2026-10-24 02:30+02 | 2026-10-25 09:00+01 | 1 | \
            again 10-25 02:30+02, repeated 10-25 02:30+01 | 10-26 02:30+01
            Europe/Bratislava | 30 2 * * * | 2026-10-25 02:30+02 | 2026-10-25 09:00+01 | 0 | \
            repeated 10-25 02:30+01 | 10-26 02:30+01
            Europe/Bratislava | 0,30 2 * * * | 2026-03-28 02:30+01 | 2026-03-29 09:00+02 | 0 | \
            missed 1 03-29 03:00+02 rerun 0, collapsed 03-29 03:30+02 | 03-30 02:00+02
            Australia/Lord_Howe | 45 1 * * * | 2026-04-04 01:45+11 | 2026-04-05 12:00+1030 | 1 | \
            again 04-05 01:45+11, repeated 04-05 01:45+1030 | 04-06 01:45+1030
            America/Santiago | 30 23 * * * | 2026-04-03 23:30-03 | 2026-04-05 12:00-04 | 0 | \
            missed 1 04-04 23:30-03 rerun 0, repeated 04-04 23:30-04 | 04-05 23:30-04
            """)
    void afterTheDaemonWasDown(
            String zone, String cron, String mark, String now, int catchUp, String decisions, String next) {
        assertEquals(decisions + " | " + next, plan(zone, cron, mark, Interruption.DAEMON_DOWN, catchUp, now));
    }

    private static String plan(
            String zoneName, String cron, String mark, Interruption interruption, int catchUp, String now) {
        ZoneId zone = ZoneId.of(zoneName);
        Schedule schedule = PlanText.schedule(cron);
        Instant at = PlanText.instant(mark);
        PlanInput input = new PlanInput("t", schedule, zone, ScheduleMark.of(at, schedule, zone), null, catchUp, false,
                interruption);
        Plan plan = SlotPlanner.plan(input, new ClockReading(PlanText.instant(now), 0));
        PlanText text = new PlanText(zone);
        return text.decisions(plan) + " | " + text.shown(plan.nextWake());
    }
}
