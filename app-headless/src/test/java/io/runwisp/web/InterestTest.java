package io.runwisp.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.client.DaemonEvent;
import io.runwisp.view.screen.ScreenKind;
import io.runwisp.wire.daemon.MetricsSample;
import io.runwisp.wire.event.ConfigStale;
import io.runwisp.wire.event.EventName;
import io.runwisp.wire.event.Resync;
import io.runwisp.wire.event.RunDeleted;
import io.runwisp.wire.event.RunEvent;
import io.runwisp.wire.event.SystemEvent;
import io.runwisp.wire.event.UnitEvent;
import io.runwisp.wire.event.UnreadEvent;
import io.runwisp.wire.run.Run;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A screen is drawn again for what it shows, and for nothing else. */
class InterestTest {

    private static final String MINE = "01JC7ZJ3R8Q6WX4T5N00000001";
    private static final String OTHER = "01JC7ZJ3R8Q6WX4T5N00000002";
    private static final Map<String, String> QUERY = Map.of("name", "mine", "unit", "mine", "id", MINE, "left", MINE,
            "right", OTHER);

    @ParameterizedTest
    @CsvSource({"run of mine,    overview units unit run runs diff calendar why",
            "run of another,  overview units runs calendar",
            "my run gone,     overview units unit run runs diff calendar why",
            "unit,            calendar upcoming why plan", "unread,          shell bell",
            "sample,          overview daemon",
            "file differs,    plan",
            "lost,            shell overview units unit run runs diff bell calendar upcoming why plan search daemon"})
    void eachEventConcernsTheScreensThatShowIt(String event, String screens) {
        assertEquals(screens, Arrays.stream(ScreenKind.values())
            .filter(screen -> new Interest(new Wanted(screen, QUERY, ZoneId.of("UTC"))).in(event(event)))
            .map(ScreenKind::word)
            .collect(Collectors.joining(" ")));
    }

    private static DaemonEvent event(String what) {
        return switch (what) {
            case "run of mine" -> changed("mine", MINE);
            case "run of another" -> changed("another", "01JC7ZJ3R8Q6WX4T5N00000009");
            case "my run gone" -> new DaemonEvent.RunGone(new RunDeleted(MINE, "mine"));
            case "unit" -> new DaemonEvent.UnitChanged(new UnitEvent("mine", "it was paused", null));
            case "unread" -> new DaemonEvent.UnreadChanged(new UnreadEvent(3));
            case "sample" -> new DaemonEvent.MachineSampled(new SystemEvent(new MetricsSample(1, 2, 3, 4, 5), "1m"));
            case "file differs" -> new DaemonEvent.ConfigDiffers(new ConfigStale(true));
            default -> new DaemonEvent.EventsLost(new Resync("too slow"));
        };
    }

    private static DaemonEvent changed(String unit, String id) {
        Instant at = Instant.parse("2026-11-26T02:20:00Z");
        return new DaemonEvent.RunChanged(EventName.RUN_STARTED, new RunEvent(new Run(id, unit, "running", null, 0, at,
                null, "api", at, 0, null, 0, null, null, null, null, null, null, null), null));
    }
}
