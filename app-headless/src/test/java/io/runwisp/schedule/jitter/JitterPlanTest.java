package io.runwisp.schedule.jitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.schedule.ParseResult;
import io.runwisp.schedule.Schedule;
import io.runwisp.schedule.ScheduleParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JitterPlanTest {

    @ParameterizedTest(name = "{1} after {2} with {3} in {0}")
    @CsvSource(delimiter = '|', textBlock = """
            UTC               | 0 2 * * *    | 2026-07-01T02:00:00Z | PT10M | PT10M
            UTC               | * * * * *    | 2026-07-01T02:00:00Z | PT10M | PT59S
            UTC               | 0,30 * * * * | 2026-07-01T02:00:00Z | PT24H | PT29M59S
            UTC               | * * * * * *  | 2026-07-01T02:00:00Z | PT10M | PT0S
            UTC               | */2 * * * * * | 2026-07-01T02:00:00Z | PT10M | PT1S
            UTC               | @every 5m    | 2026-07-01T02:00:00Z | PT10M | PT4M59S
            # the night in which the clocks go forward is shorter
            Europe/Bratislava | 30 1,3 * * * | 2026-03-29T00:30:00Z | PT24H | PT59M59S
            """)
    void aWindowEndsASecondBeforeTheNextSlot(
            String zone, String cron, Instant slot, Duration jitter, Duration expected) {
        Schedule schedule = switch (ScheduleParser.parse(cron)) {
            case ParseResult.Parsed parsed -> parsed.schedule();
            case ParseResult.Rejected rejected -> Assertions.fail(rejected.reason());
        };
        assertEquals(expected, JitterPlan.window(schedule, ZoneId.of(zone), slot, jitter));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a 02:00 10m                         | a +0s
            a 02:00 10m, b 02:00 10m            | a +0s, b +10m
            a 02:00 10m, b 02:00 10m, c 02:00 10m | a +0s, b +5m, c +10m
            b 02:00 4m, a 02:00 10m             | a +10m, b +0s
            a 02:00 10m, b 02:05 10m            | a +0s, b +10m
            a 02:00 10m, b 02:11 10m            | a +0s, b +0s
            a 02:00 30m, b 02:10 5m, c 02:30 30m | a +0s, b +5m, c +0s
            a 02:00 10m, b 02:00 0s, c 02:00 10m | a +0s, c +10m
            a 23:59 10m, b 00:01 10m            | a +0s, b +0s
            """)
    void tasksNearEachOtherArePlacedAsFarApartAsTheirWindowsAllow(String tasks, String expected) {
        List<JitterTask> read = new ArrayList<>();
        for (String task : tasks.split(", ", -1)) {
            String[] parts = task.split(" ", -1);
            read.add(new JitterTask(
                    parts[0], Instant.parse("2026-07-01T" + parts[1] + ":00Z"), Duration.parse("PT" + parts[2])));
        }
        assertEquals(expected, shown(JitterPlan.place(read)));
    }

    private static String shown(Map<String, Duration> offsets) {
        return new TreeMap<>(offsets).entrySet()
            .stream()
            .map(offset -> offset.getKey() + " +"
                    + offset.getValue().toString().substring(2).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    }

    @Test
    void everyPlaceIsWithinItsWindow() {
        long seed = Long.getLong("runwisp.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int world = 0; world < 2_000; world++) {
            List<JitterTask> tasks = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                Instant slot = Instant.parse("2026-07-01T02:00:00Z").plusSeconds(60L * random.nextInt(20));
                tasks.add(new JitterTask("t" + i, slot, Duration.ofSeconds(1 + random.nextInt(900))));
            }
            Map<String, Duration> offsets = JitterPlan.place(tasks);
            assertEquals(tasks.size(), offsets.size());
            for (JitterTask task : tasks) {
                Duration offset = offsets.getOrDefault(task.name(), Duration.ofDays(-1));
                assertTrue(!offset.isNegative() && offset.compareTo(task.window()) <= 0,
                        () -> task + " +" + offset + ", replay with -Drunwisp.seed=" + seed);
            }
        }
    }
}
