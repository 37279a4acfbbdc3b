package io.runwisp.view.calendar;

import static io.runwisp.view.Scene.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.view.Scene;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.Firing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CalendarViewTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Axis DAY = Axis.day(TODAY, NOW.zone());

    @Test
    void whatRanAndWhatIsDueStandOnOneAxis() {
        CalendarView view = CalendarView.of(DAY,
                List.of(Scene.ended(1, "failed", 2, 5, Duration.ofMinutes(72)),
                        Scene.active(2, "running", Duration.ofMinutes(30)),
                        Scene.ended(3, "success", 0, 60 * 30, Duration.ofSeconds(1))),
                List.of(firing("backup", "2026-11-26T11:00:00Z", null), firing("mail", "2026-11-26T11:00:30Z", null),
                        firing("web", "2026-11-26T11:00:10Z", "paused"), firing("mail", "2026-11-27T11:00:00Z", null)),
                Map.of("backup", Duration.ofHours(12)), true, NOW);
        assertEquals("2 runs, 3 are due; up to 2 units start in one minute.", view.headline());
        assertEquals("""
                backup 85+50 failed, 118+20 running, 500+500 waiting ahead
                mail 500+1 waiting ahead
                web 500+1 paused ahead
                """, text(view));
        assertEquals(138, view.now());
        assertEquals("12:00: 2 units start together, backup, mail", view.collisions().getFirst().says());
        assertEquals("02:03 Failed after 1 h 12 m, exit 2.", view.lanes().getFirst().items().getFirst().says());
        assertNull(view.note());
        assertNull(view.axis().clocks());
    }

    @Test
    void daysOnWhichTheClocksChangeAreAsLongAsTheyAre() {
        Axis spring = Axis.day(LocalDate.of(2026, 3, 29), NOW.zone());
        assertEquals(Duration.ofHours(23), Duration.between(spring.from(), spring.to()));
        assertEquals("The clocks go forward from 02:00 to 03:00; times between do not exist.", spring.clocks());
        assertEquals("0 00:00, 86 03:00, 217 06:00", ticks(spring).substring(0, 28));
        Axis autumn = Axis.day(LocalDate.of(2026, 10, 25), NOW.zone());
        assertEquals(Duration.ofHours(25), Duration.between(autumn.from(), autumn.to()));
        assertEquals("The clocks go back from 03:00 to 02:00; times between come twice.", autumn.clocks());
        assertEquals(List.of("Mon 19 Oct 2026", "Sun 25 Oct 2026"), Axis.week(LocalDate.of(2026, 10, 22), NOW.zone())
            .stream()
            .filter(day -> day.label().startsWith("Mon") || day.clocks() != null)
            .map(Axis::label)
            .toList());
    }

    @Test
    void twentyFourHoursAroundNowBeginTwelveHoursBefore() {
        Axis around = Axis.around(NOW);
        assertEquals(Instant.parse("2026-11-25T14:00:00Z"), around.from());
        assertEquals(513, around.place(NOW.at()));
        assertEquals("0 15:00, 125 18:00", ticks(around).substring(0, 18));
        assertEquals(-1, CalendarView.of(Axis.day(TODAY.plusDays(3), NOW.zone()), List.of(), List.of(), Map.of(), true,
                NOW)
            .now());
    }

    @Test
    void whatIsCloseIsDrawnAsOneHoweverMuchThereIs() {
        List<Run> runs = new ArrayList<>();
        List<Firing> firings = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            runs.add(Scene.ended(i, "success", 0, i % 190, Duration.ofSeconds(1)));
            firings.add(new Firing("unit" + i % 299, NOW.at().plusSeconds(i), null, null));
        }
        CalendarView view = CalendarView.of(DAY, runs, firings, Map.of(), false, NOW);
        assertTrue(view.lanes().stream().allMatch(lane -> lane.items().size() <= CalendarView.PLACES));
        assertEquals(CalendarView.MOST_LANES, view.lanes().size());
        Item item = view.lanes().getFirst().items().getFirst();
        assertTrue(item.count() > 50 && item.runId().isEmpty(), item.toString());
        assertTrue(item.says().startsWith(item.count() + " runs, the first "), item.says());
        assertEquals("100 units are left out. There is more than was asked for; take a shorter stretch to see all.",
                view.note());
        assertEquals(20, view.collisions().size());
    }

    @Test
    void unitsThatMeetAgainAndAgainAreToldOnce() {
        List<Firing> firings = new ArrayList<>();
        for (int hour = 10; hour < 20; hour++) {
            firings.add(firing("import", "2026-11-26T" + hour + ":00:00Z", null));
            firings.add(firing("sync", "2026-11-26T" + hour + ":00:20Z", null));
        }
        firings.add(firing("backup", "2026-11-26T15:00:00Z", null));
        CalendarView view = CalendarView.of(DAY, List.of(), firings, Map.of(), true, NOW);
        assertEquals(List.of("11:00, 9 times until 20:00: 2 units start together, import, sync",
                "16:00: 3 units start together, backup, import, sync"),
                view.collisions().stream().map(Collision::says).toList());
    }

    private static Firing firing(String unit, String at, @Nullable String held) {
        return new Firing(unit, Instant.parse(at), null, held);
    }

    private static String ticks(Axis axis) {
        return axis.ticks().stream().map(tick -> tick.at() + " " + tick.label()).collect(Collectors.joining(", "));
    }

    private static String text(CalendarView view) {
        return view.lanes()
            .stream()
            .map(lane -> lane.unit() + " " + lane.items()
                .stream()
                .map(item -> item.at() + "+" + item.length() + " " + item.mark().word()
                        + (item.ahead() ? " ahead" : ""))
                .collect(Collectors.joining(", ")) + "\n")
            .collect(Collectors.joining());
    }
}
