package io.runwisp.api.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.client.DaemonEvent;
import io.runwisp.client.EventFrame;
import io.runwisp.wire.daemon.MetricsSample;
import io.runwisp.wire.event.EventName;
import io.runwisp.wire.event.SystemEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFeedTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @Test
    void aLifeIsToldWithTheNumbersOfTheJournal() {
        try (LiveStage stage = new LiveStage(directory); EventFeed feed = feed(stage, null)) {
            stage.run("backup", 0).start(0).finishLog().end();
            assertEquals(List.of("1 run.created", "2 run.started", "3 run.completed"), names(all(feed)));
            assertEquals("3", feed.place());
        }
    }

    @Test
    void whatWasCommittedBeforeARestartIsToldToWhoeverComesBackAfterIt() {
        try (LiveStage stage = new LiveStage(directory)) {
            for (int i = 0; i < 300; i++) {
                stage.event("run.updated", "{}");
            }
        }
        try (LiveStage stage = new LiveStage(directory); EventFeed feed = feed(stage, 17L)) {
            stage.event("run.updated", "{}");
            List<String> ids = all(feed).stream().map(EventFrame::id).toList();
            assertEquals(284, ids.size());
            for (int i = 0; i < ids.size(); i++) {
                assertEquals(Integer.toString(18 + i), ids.get(i));
            }
        }
    }

    @Test
    void aUnitIsToldAsItIsWhenTheEventIsTaken() {
        try (LiveStage stage = new LiveStage(directory); EventFeed feed = feed(stage, null)) {
            stage.unitEvent("backup", "paused");
            stage.unitEvent("api", "started");
            stage.unit("api");
            stage.unitEvent("", "the clock was set");
            List<EventFrame> frames = all(feed);
            assertEquals("{\"task_name\":\"backup\",\"message\":\"paused\"}", frames.getFirst().data());
            assertTrue(frames.get(1).data().contains("\"task\":{\"name\":\"api\",\"kind\":\"service\""));
            assertEquals("{\"message\":\"the clock was set\"}", frames.getLast().data());
        }
    }

    @Test
    void whatIsInNoJournalHasNoIdAndIsReadable() {
        try (LiveStage stage = new LiveStage(directory); EventFeed feed = feed(stage, null)) {
            stage.parts()
                .announce(EventName.SYSTEM, new SystemEvent(new MetricsSample(1, 2, 3, 4, 5), "5m"));
            EventFrame frame = all(feed).getFirst();
            assertEquals(null, frame.id());
            assertTrue(DaemonEvent.read(frame).orElseThrow() instanceof DaemonEvent.MachineSampled);
        }
    }

    @Test
    void aLossIsToldWithThePlaceToGoOnFrom() {
        try (LiveStage stage = new LiveStage(directory)) {
            stage.event("run.updated", "{}");
            try (EventFeed feed = feed(stage, 99L)) {
                EventFrame frame = all(feed).getFirst();
                assertEquals("1 resync", frame.id() + " " + frame.name());
                assertTrue(DaemonEvent.read(frame).orElseThrow() instanceof DaemonEvent.EventsLost);
                assertFalse(feed.wasSlow());
            }
        }
    }

    @Test
    void whoWaitsIsWoken() throws InterruptedException {
        try (LiveStage stage = new LiveStage(directory); EventFeed feed = feed(stage, null)) {
            assertFalse(feed.await(Duration.ZERO));
            stage.event("run.updated", "{}");
            assertTrue(feed.await(LONG_ENOUGH));
        }
    }

    @Test
    void kindsAreReadAndWhatIsNoneIsRefused() {
        EventKinds some = EventKinds.read("notification,unit").orElseThrow();
        assertEquals(List.of("unit.updated", "notification.created", "notifications.unread_count_changed"),
                List.of("run.created", "unit.updated", "notification.created", "notifications.unread_count_changed",
                        "system", "config.stale")
                    .stream()
                    .filter(some::include)
                    .toList());
        assertTrue(EventKinds.ALL.include("config.stale"));
        assertTrue(EventKinds.read("run,,unit").isEmpty());
        assertTrue(EventKinds.read("ping").isEmpty());
    }

    private static EventFeed feed(LiveStage stage, @Nullable Long after) {
        return stage.parts().events(after, EventKinds.ALL);
    }

    private static List<EventFrame> all(EventFeed feed) {
        List<EventFrame> all = new ArrayList<>();
        for (List<EventFrame> some = feed.poll(); !some.isEmpty(); some = feed.poll()) {
            all.addAll(some);
        }
        return all;
    }

    private static List<String> names(List<EventFrame> frames) {
        return frames.stream().map(frame -> frame.id() + " " + frame.name()).toList();
    }
}
