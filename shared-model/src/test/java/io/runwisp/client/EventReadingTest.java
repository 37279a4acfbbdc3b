package io.runwisp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.runwisp.wire.event.ConfigStale;
import io.runwisp.wire.event.EventName;
import io.runwisp.wire.event.Resync;
import io.runwisp.wire.event.RunDeleted;
import io.runwisp.wire.event.UnitEvent;
import io.runwisp.wire.event.UnreadEvent;
import io.runwisp.wire.json.WireFault;
import io.runwisp.wire.log.LogDone;
import io.runwisp.wire.log.LogDropped;
import io.runwisp.wire.log.LogLine;
import io.runwisp.wire.log.LogRegion;
import io.runwisp.wire.log.LogRotated;
import io.runwisp.wire.log.TaggedLine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What comes over the wire becomes what is told. */
class EventReadingTest {

    private static final String ID = "01JC7ZJ3R8Q6WX4T5N0V1B2C3D";

    @Test
    void aRunThatHasComeFurtherIsReadWhateverItsName() {
        String data = """
            {"run":{"id":"%s","task_name":"backup","status":"ended","end_reason":"a word of tomorrow","exit_code":3,
            "triggered_by":"api","created_at":"2026-11-20T02:30:00.000Z","retry_attempt":0,"replica_index":0},
            "error":"exit code 3"}""".formatted(ID);
        DaemonEvent.RunChanged changed = assertInstanceOf(DaemonEvent.RunChanged.class,
                DaemonEvent.read(new EventFrame("7", "run.failed", data)).orElseThrow());
        assertEquals(EventName.RUN_FAILED, changed.name());
        assertEquals("a word of tomorrow", changed.event().run().endReason());
        assertEquals("exit code 3", changed.event().error());
    }

    @Test
    void eventsAboutOtherThingsAreRead() {
        assertEquals(new DaemonEvent.RunGone(new RunDeleted(ID, "backup")),
                event("run.deleted", "{\"run_id\":\"" + ID + "\",\"task_name\":\"backup\"}"));
        assertEquals(new DaemonEvent.UnitChanged(new UnitEvent("backup", "paused", null)),
                event("unit.updated", "{\"task_name\":\"backup\",\"message\":\"paused\"}"));
        assertEquals(new DaemonEvent.UnreadChanged(new UnreadEvent(-1)),
                event("notifications.unread_count_changed", "{\"unread_count\":-1}"));
        assertEquals(new DaemonEvent.ConfigDiffers(new ConfigStale(true)), event("config.stale", "{\"stale\":true}"));
        assertEquals(new DaemonEvent.EventsLost(new Resync("too old")), event("resync", "{\"reason\":\"too old\"}"));
    }

    @Test
    void signsOfLifeAndWordsOfTomorrowAreNothing() {
        assertEquals(Optional.empty(), DaemonEvent.read(new EventFrame(null, "ping", "{}")));
        assertEquals(Optional.empty(), DaemonEvent.read(new EventFrame("8", "unit.repainted", "not even JSON")));
        assertEquals(Optional.empty(), LogEvent.read(new EventFrame(null, "ping", "{}")));
        assertEquals(Optional.empty(), LogEvent.readTagged(new EventFrame(null, "sparkle", "")));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"PING", "LINE", "ROTATED", "DROPPED", "REGION", "DONE"})
    void dataThatIsNotThatOfItsNameIsAFault(EventName name) {
        assertThrows(WireFault.class, () -> DaemonEvent.read(new EventFrame("9", name.word(), "[]")));
    }

    @Test
    void linesAndWhatHappensToThemAreRead() {
        LogLine line = new LogLine(7, 0, "stdout", "hello", null);
        String text = "{\"n\":7,\"ts\":0,\"stream\":\"stdout\",\"text\":\"hello\"";
        assertEquals(new LogEvent.Line(line), log("line", text + "}"));
        assertEquals(Optional.of(new LogEvent.ServiceLine(new TaggedLine(ID, 2, line))), LogEvent.readTagged(
                new EventFrame("c", "line", text + ",\"run_id\":\"" + ID + "\",\"replica_index\":2}")));
        assertEquals(new LogEvent.Rotated(new LogRotated(40, null)), log("rotated", "{\"first_available\":40}"));
        assertEquals(new LogEvent.Dropped(new LogDropped(-1, 9, null)), log("dropped", "{\"after\":-1,\"count\":9}"));
        assertEquals(new LogEvent.Region(new LogRegion("stderr", 3, List.of("50 %"), null)),
                log("region", "{\"stream\":\"stderr\",\"epoch\":3,\"rows\":[\"50 %\"]}"));
        assertEquals(new LogEvent.Done(new LogDone(7, "ended")),
                log("done", "{\"final_line\":7,\"status\":\"ended\"}"));
    }

    private static DaemonEvent event(String name, String data) {
        return DaemonEvent.read(new EventFrame("1", name, data)).orElseThrow();
    }

    private static LogEvent log(String name, String data) {
        return LogEvent.read(new EventFrame("1", name, data)).orElseThrow();
    }
}
