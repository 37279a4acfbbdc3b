package io.runwisp.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextFiringTest {

    private static final Instant NOW = Workplace.NOW;
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            PT45S       | Fri 20 Nov 16:20:45 Europe/Vienna, in 45 s
            PT1M        | Fri 20 Nov 16:21 Europe/Vienna, in 1 min
            PT59M59S    | Fri 20 Nov 17:19:59 Europe/Vienna, in 59 min
            PT1H        | Fri 20 Nov 17:20 Europe/Vienna, in 1 h
            PT11H       | Sat 21 Nov 03:20 Europe/Vienna, in 11 h
            PT47H59M    | Sun 22 Nov 16:19 Europe/Vienna, in 47 h
            P2D         | Sun 22 Nov 16:20 Europe/Vienna, in 2 days
            P42D        | Fri 1 Jan 2027 16:20 Europe/Vienna, in 42 days
            """)
    void isSaidTheWayAPersonWould(Duration wait, String text) {
        assertEquals(text, new NextFiring("backup", NOW.plus(wait).atZone(VIENNA)).text(NOW));
    }

    private String soonest(String toml) {
        new Workplace(directory).file("runwisp.toml", toml);
        var config = Objects.requireNonNull(new Workplace(directory).source().load(Path.of("runwisp.toml")).config());
        NextFiring next = NextFiring.soonest(config, NOW);
        return next == null ? "none" : next.unit() + " " + next.text(NOW);
    }

    @Test
    void theSoonestOfAllTasksIsChosen() {
        assertEquals("b Fri 20 Nov 16:30 Europe/Vienna, in 10 min", soonest("""
                [tasks.a]
                cron = "0 17 * * *"
                run  = "true"
                [tasks.b]
                cron = "30 16 * * *"
                run  = "true"
                """));
    }

    @Test
    void aScheduleIsReadInItsOwnZone() {
        assertEquals("tokyo Sat 21 Nov 09:00 Asia/Tokyo, in 8 h", soonest("""
                [tasks.tokyo]
                cron = "TZ=Asia/Tokyo 0 9 * * *"
                run  = "true"
                [tasks.york]
                cron     = "0 23 * * *"
                timezone = "America/New_York"
                run      = "true"
                """));
    }

    @Test
    void anIntervalHasNoTimeBeforeTheDaemonRuns() {
        assertEquals("none", soonest("[tasks.a]\ncron = \"@every 90s\"\nrun = \"true\"\n"));
    }
}
