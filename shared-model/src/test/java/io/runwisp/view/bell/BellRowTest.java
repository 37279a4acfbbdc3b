package io.runwisp.view.bell;

import static io.runwisp.view.Scene.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.view.Scene;
import io.runwisp.view.words.Mark;
import io.runwisp.view.words.Tone;
import io.runwisp.wire.notice.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BellRowTest {

    @Test
    void whatHappenedOnceSaysWhen() {
        BellRow row = BellRow.of(notification("error", 1, 5, 5), NOW);
        assertEquals("5 min ago", row.rhythm());
        assertEquals(List.of(), row.strip());
        assertEquals(Mark.FAILED, row.mark());
        assertEquals(Tone.BAD, row.tone());
    }

    @Test
    void whatHappensAgainAndAgainHasARhythm() {
        assertEquals("12 times since 02:55, last 2 min ago",
                BellRow.of(notification("warn", 12, 25, 2, 3, 4), NOW).rhythm());
        assertEquals("12 times since yesterday 23:20, last 2 min ago",
                BellRow.of(notification("warn", 12, 240, 2, 3, 4), NOW).rhythm());
    }

    @Test
    void theStripShowsWhenItHappenedMost() {
        assertEquals(List.of(0, 4, 4, 7, 4, 7, 4, 7),
                BellRow.of(notification("error", 10, 50, 0, 5, 10, 15, 20, 25, 30, 35, 40, 45), NOW).strip());
        assertEquals(List.of(7, 0, 0, 0, 0, 0, 0, 7),
                BellRow.of(notification("error", 2, 23 * 60, 1, 23 * 60), NOW).strip());
        assertEquals(List.of(), BellRow.of(notification("error", 2, 60 * 24 * 30, 60 * 24 * 20), NOW).strip(),
                "what lies before all that is drawn is not drawn");
        assertEquals(7, BellRow.of(notification("error", 2, 5, -3, 5), NOW).strip().getLast(),
                "a clock that is ahead draws now");
    }

    @ParameterizedTest
    @CsvSource({"-1,''", "0,''", "7,7", "99,99", "100,99+"})
    void theBadgeStaysShort(int unread, String badge) {
        assertEquals(badge, BellRow.badge(unread));
    }

    private static Notification notification(String severity, int count, int createdAgo, int... minutesAgo) {
        List<Instant> times = Stream.of(minutesAgo)
            .flatMapToInt(java.util.Arrays::stream)
            .mapToObj(minutes -> NOW.at().minus(Duration.ofMinutes(minutes)))
            .toList();
        return new Notification(Scene.id(1), "f", "run.failed", severity, "backup", Scene.id(2), "backup failed",
                "exit 2", count, times, NOW.at().minus(Duration.ofMinutes(createdAgo)), times.getFirst(), null);
    }
}
