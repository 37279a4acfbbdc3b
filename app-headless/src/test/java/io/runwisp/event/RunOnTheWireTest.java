package io.runwisp.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.runwisp.model.EndReason;
import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Folding;
import io.runwisp.model.Notice;
import io.runwisp.model.Occurrence;
import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.RunOrigin;
import io.runwisp.model.RunStart;
import io.runwisp.model.Trigger;
import io.runwisp.wire.event.NotificationEvent;
import io.runwisp.wire.event.RunEvent;
import io.runwisp.wire.event.UnitEvent;
import io.runwisp.wire.event.UnreadEvent;
import io.runwisp.wire.json.WireFault;
import io.runwisp.wire.json.WireJson;
import io.runwisp.wire.notice.Notification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the journal keeps as the payload of an event is, byte for byte, what the API says about the same run. */
class RunOnTheWireTest {

    private static final RunId ID = new RunId("01JC7ZJ3R8Q6WX4T5N0V1B2C3D");
    private static final RunId EARLIER = new RunId("01JC7ZJ3R8Q6WX4T5N0V1B2C3A");
    private static final Instant SLOT = Instant.parse("2026-11-20T02:30:00.123456789Z");

    private final JsonEventText events = new JsonEventText();

    static List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (Trigger trigger : Trigger.values()) {
            runs.add(Run.pending(ID, "backup", 0, RunOrigin.first(trigger, SLOT)));
        }
        RunOrigin retry = new RunOrigin(Trigger.CRON, SLOT.plusMillis(7), SLOT, 2, EARLIER, Map.of("A", "hush"), "x-1");
        Run started = Run.pending(ID, "backup", 3, retry)
            .withStart(new RunStart(SLOT.plusMillis(9), "20261120_023000_2C3D.log",
                    new ProcessIdentity(7, 8, "boot", 7, List.of(1L, 2L))));
        runs.add(started);
        for (EndReason reason : EndReason.values()) {
            runs.add(started
                .withEnd(new RunEnd(SLOT.plusSeconds(61), reason, 143, true, Duration.ofNanos(60_991_999_999L),
                        new RunEnd.Usage(12_345_678, Duration.ofMillis(250))))
                .withNextRetryAt(SLOT.plusSeconds(90))
                .withMessage("It said \"no\"\n\u0001é"));
            runs.add(Run.pending(ID, "backup", 0, RunOrigin.slot(SLOT, SLOT))
                .withEnd(RunEnd.without(SLOT, reason, false)));
        }
        runs.add(started.withEnd(new RunEnd(SLOT, EndReason.CRASHED, RunEnd.UNSEEN, true, null, null)));
        return runs;
    }

    @ParameterizedTest
    @MethodSource("runs")
    void bothFormsSayTheSame(Run run) {
        RunEvent event = new RunEvent(io.runwisp.wire.run.Run.of(run), "what went wrong");
        assertEquals(events.ofRun(run, event.error()), WireJson.text(event));
        assertEquals(WireJson.text(event), WireJson.text(read(RunEvent.class, events.ofRun(run, event.error()))));
        assertEquals(events.ofRun(run, null), WireJson.text(new RunEvent(event.run(), null)));
    }

    @Test
    void anEventAboutAUnitIsOneOfTheApi() {
        same("api", events.ofUnit("api", "paused"));
        same(null, events.ofUnit("", "started"));
    }

    @Test
    void anEventAboutTheBellIsOneOfTheApi() {
        Occurrence occurrence = new Occurrence("00f1", EventKind.RUN_FAILED, EventSeverity.ERROR, "backup",
                ID.text(), "backup failed", "It said \"no\"\n", SLOT);
        Notice notice = Notice.first(EARLIER.text(), occurrence)
            .with(occurrence, new Folding(Duration.ofHours(1), 3));
        for (Notice row : List.of(notice, notice.readAt(SLOT.plusSeconds(9)))) {
            NotificationEvent event = new NotificationEvent(Notification.of(row), 7);
            assertEquals(events.ofNotice(row, 7), WireJson.text(event));
            assertEquals(events.ofNotice(row, 7), WireJson.text(read(NotificationEvent.class,
                    events.ofNotice(row, 7))));
        }
        assertEquals(events.ofUnread(3), WireJson.text(new UnreadEvent(3)));
    }

    @Test
    void aPayloadThatSaysMoreThanTheApiKnowsWouldBeFound() {
        String payload = events.ofRun(runs().getFirst(), null).replaceFirst("\"id\"", "\"colour\":1,\"id\"");
        assertThrows(WireFault.class, () -> read(RunEvent.class, payload));
    }

    private static void same(@Nullable String unit, String payload) {
        UnitEvent event = read(UnitEvent.class, payload);
        assertEquals(unit, event.taskName());
        assertEquals(payload, WireJson.text(event));
    }

    private static <T extends Record> T read(Class<T> type, String payload) {
        return WireJson.readStrictly(type, payload.getBytes(StandardCharsets.UTF_8));
    }
}
