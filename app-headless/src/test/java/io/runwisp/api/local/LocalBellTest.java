package io.runwisp.api.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.runwisp.client.ApiProblem;
import io.runwisp.client.BellOperations;
import io.runwisp.engine.Receipts;
import io.runwisp.engine.RunJournalChange.RingBell;
import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Folding;
import io.runwisp.model.Occurrence;
import io.runwisp.store.RunStore;
import io.runwisp.store.SoundStore;
import io.runwisp.time.VirtualWallClock;
import io.runwisp.wire.notice.Notification;
import io.runwisp.wire.notice.NotificationPage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalBellTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path directory = Path.of("");

    private final VirtualWallClock clock = new VirtualWallClock(NOON);
    private SoundStore sound;

    @BeforeEach
    void openStore() {
        sound = new SoundStore(directory);
    }

    @AfterEach
    void closeStore() {
        sound.close();
    }

    @Test
    void aWalkByCursorShowsEveryRowOnceNewestFirst() {
        for (int i = 10; i < 35; i++) {
            ring("01" + i, "f" + i);
        }
        List<String> seen = new ArrayList<>();
        @Nullable
        String cursor = null;
        int pages = 0;
        do {
            NotificationPage page = bell().notifications(10, cursor);
            page.items().forEach(row -> seen.add(row.id()));
            cursor = page.nextCursor();
            pages++;
        } while (cursor != null);
        assertEquals(3, pages);
        assertEquals(25, seen.size());
        assertEquals(seen.stream().sorted(Comparator.reverseOrder()).toList(), seen);
        assertEquals(25, bell().unreadCount().count());
    }

    @Test
    void whatIsMarkedIsMarkedWhenItReturns() {
        ring("01A", "f1");
        ring("01B", "f2");
        bell().read("01A");
        bell().read("01A");
        assertEquals(1, bell().unreadCount().count());
        assertEquals(NOON, row("01A").readAt());
        clock.advance(Duration.ofSeconds(5));
        bell().unread("01A");
        assertEquals(2, bell().unreadCount().count());
        bell().readAll();
        assertEquals(0, bell().unreadCount().count());
        assertEquals(NOON.plusSeconds(5), row("01B").readAt());
        ring("01C", "f2");
        assertEquals(1, bell().unreadCount().count());
        assertEquals(2, row("01B").count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"01A", "", "' OR 1=1 --"})
    void aRowThatIsNotThereIsAProblem(String id) {
        assertEquals("notification_unknown",
                assertThrows(ApiProblem.class, () -> bell().read(id)).problem().code());
        assertEquals("notification_unknown",
                assertThrows(ApiProblem.class, () -> bell().unread(id)).problem().code());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501})
    void aPageHasItsBounds(int limit) {
        assertEquals("invalid_request",
                assertThrows(ApiProblem.class, () -> bell().notifications(limit, null)).problem().code());
    }

    @Test
    void aClosedJournalSaysThatTheDaemonEnds() {
        ring("01A", "f1");
        store().journal().close();
        assertEquals("stopping", assertThrows(ApiProblem.class, () -> bell().readAll()).problem().code());
    }

    private Notification row(String id) {
        return bell().notifications(BellOperations.USUAL_NOTIFICATIONS, null)
            .items()
            .stream()
            .filter(row -> row.id().equals(id))
            .findFirst()
            .orElseThrow();
    }

    private void ring(String id, String fingerprint) {
        Receipts.of(store().journal(),
                new RingBell(id,
                        new Occurrence(fingerprint, EventKind.RUN_FAILED, EventSeverity.ERROR, "a", "", "a failed",
                                "It failed.", clock.now()),
                        new Folding(Duration.ofHours(1), 10)))
            .sequences();
    }

    private BellOperations bell() {
        return new LocalBell(store().notices(), new JournalPen(store().journal()), clock);
    }

    private RunStore store() {
        return sound.store();
    }
}
