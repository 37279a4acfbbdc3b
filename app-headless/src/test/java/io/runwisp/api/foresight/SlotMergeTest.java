package io.runwisp.api.foresight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.config.Loading;
import io.runwisp.engine.ScheduleStanding;
import io.runwisp.engine.definition.Definitions;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.wire.unit.Firing;
import io.runwisp.wire.unit.Upcoming;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is due, merged from many schedules. */
final class SlotMergeTest {

    private static final Instant FROM = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path directory;

    private List<TaskDefinition> tasks(String text) {
        return Definitions.of(Loading.in(directory).valid(text)).stream().map(TaskDefinition.class::cast).toList();
    }

    private static String task(String name, String cron, String more) {
        return "[tasks." + name + "]\nrun = \"true\"\ntimezone = \"UTC\"\ncron = \"" + cron + "\"\n" + more + "\n";
    }

    private static Upcoming merge(List<TaskDefinition> tasks, Map<String, ScheduleStanding> standings, Duration stretch,
            int limit) {
        return SlotMerge.merge(tasks, standings, false, FROM, FROM.plus(stretch), limit);
    }

    private static List<String> shown(Upcoming upcoming) {
        return upcoming.firings()
            .stream()
            .map(firing -> firing.at().toString().substring(11, 16) + " "
                    + firing.taskName())
            .toList();
    }

    @Test
    void theyComeByTimeAndThenByNameAndBothEndsCount() {
        List<TaskDefinition> tasks = tasks(task("b", "0 * * * *", "") + task("a", "*/30 * * * *", "")
                + "[tasks.manual]\nrun = \"true\"\n");
        Upcoming all = merge(tasks, Map.of(), Duration.ofHours(1), 10);
        assertEquals(List.of("12:00 a", "12:00 b", "12:30 a", "13:00 a", "13:00 b"), shown(all));
        assertTrue(all.complete());
        assertFalse(merge(tasks, Map.of(), Duration.ofHours(1), 4).complete());
        assertTrue(merge(tasks, Map.of(), Duration.ofHours(1), 5).complete());
    }

    @Test
    void anIntervalCountsFromItsBeginning() {
        ScheduleStanding standing = new ScheduleStanding(FROM.minus(Duration.ofMinutes(130)), null, false);
        assertEquals(List.of("12:50 a", "13:50 a"), shown(merge(tasks(task("a", "@every 1h", "")),
                Map.of("a", standing), Duration.ofHours(2), 10)));
    }

    @Test
    void whatHoldsAStartIsTold() {
        List<TaskDefinition> tasks = tasks(task("a", "0 * * * *", ""));
        assertTrue(String.valueOf(first(tasks, new ScheduleStanding(FROM, FROM, false), false).held())
            .contains("paused since"));
        assertTrue(String.valueOf(first(tasks, new ScheduleStanding(FROM.plusSeconds(60), null, true), false).held())
            .contains("set back"));
        assertTrue(String.valueOf(first(tasks, new ScheduleStanding(FROM, null, false), true).held())
            .contains("journal"));
        assertNull(first(tasks, new ScheduleStanding(FROM, null, false), false).held());
    }

    private static Firing first(List<TaskDefinition> tasks, ScheduleStanding standing, boolean stalled) {
        return SlotMerge.merge(tasks, Map.of("a", standing), stalled, FROM, FROM.plusSeconds(1), 1)
            .firings()
            .getFirst();
    }

    @Test
    void jitterTellsTheLatestStart() {
        Firing firing = merge(tasks(task("a", "0 * * * *", "jitter = \"5m\"")), Map.of(), Duration.ofHours(1), 1)
            .firings()
            .getFirst();
        assertEquals(FROM.plus(Duration.ofMinutes(5)), firing.latestStartAt());
    }

    @Test
    void aSlotThatDaylightSavingTakesIsNoFiring() {
        List<TaskDefinition> tasks = tasks(task("a", "30 2 * * *", "").replace("UTC", "Europe/Vienna"));
        Instant night = Instant.parse("2026-10-24T22:00:00Z");
        assertEquals(1, SlotMerge.merge(tasks, Map.of(), false, night, night.plus(Duration.ofHours(12)), 10)
            .firings()
            .size());
    }

    @Test
    @Timeout(20)
    void tenThousandTasksAndAWeekAreAPage() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            text.append(task("t" + i, i % 60 + " * * * *", ""));
        }
        List<TaskDefinition> tasks = tasks(text.toString());
        Upcoming page = merge(tasks, Map.of(), Duration.ofDays(7), 5000);
        assertEquals(5000, page.firings().size());
        assertFalse(page.complete());
        List<Firing> sorted = new ArrayList<>(page.firings());
        sorted.sort(Comparator.comparing(Firing::at).thenComparing(Firing::taskName));
        assertEquals(sorted, page.firings());
    }
}
