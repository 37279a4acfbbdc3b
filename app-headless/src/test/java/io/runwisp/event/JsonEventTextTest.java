package io.runwisp.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.model.EndReason;
import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.RunOrigin;
import io.runwisp.model.RunStart;
import io.runwisp.model.StopCause;
import io.runwisp.model.StopOrder;
import io.runwisp.model.StopSignal;
import io.runwisp.model.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonEventTextTest {

    private static final RunId ID = new RunId("01JC7ZJ3R8Q6WX4T5N0V1B2C3D");
    private static final RunId EARLIER = new RunId("01JC7ZJ3R8Q6WX4T5N0V1B2C3A");
    private static final Instant SLOT = Instant.parse("2026-11-20T02:30:00Z");

    private final JsonEventText events = new JsonEventText();

    @Test
    void aRunThatWaitsHasNothingButItsOrigin() {
        Run run = Run.pending(ID, "backup", 0, RunOrigin.first(Trigger.API, SLOT));
        assertEquals(line("""
            {"run":{"id":"01JC7ZJ3R8Q6WX4T5N0V1B2C3D","task_name":"backup","status":"pending","exit_code":0,
            "triggered_by":"api","created_at":"2026-11-20T02:30:00.000Z","retry_attempt":0,"replica_index":0}}"""),
                events.ofRun(run, null));
    }

    @Test
    void aRunThatIsOverHasEverything() {
        RunOrigin origin = new RunOrigin(Trigger.CRON, SLOT.plusMillis(7), SLOT, 2, EARLIER, Map.of("A", "hush"),
                "ext-1");
        Run run = Run.pending(ID, "backup", 3, origin)
            .withStart(new RunStart(SLOT.plusMillis(9), "20261120_023000_2C3D.log",
                    new ProcessIdentity(7, 8, "boot", 7, List.of(1L, 2L))))
            .withStop(new StopOrder(StopCause.TIMEOUT, Duration.ofSeconds(5), StopSignal.SIGTERM))
            .withEnd(new RunEnd(SLOT.plusSeconds(61), EndReason.TIMEOUT, 143, true, Duration.ofMillis(60_991),
                    new RunEnd.Usage(12_345_678, Duration.ofMillis(250))))
            .withNextRetryAt(SLOT.plusSeconds(90))
            .withMessage("It did not end within 1m.");
        assertEquals(line("""
            {"run":{"id":"01JC7ZJ3R8Q6WX4T5N0V1B2C3D","task_name":"backup","status":"ended","end_reason":"timeout",
            "exit_code":143,"start_at":"2026-11-20T02:30:00.009Z","end_at":"2026-11-20T02:31:01.000Z",
            "triggered_by":"cron","created_at":"2026-11-20T02:30:00.007Z","retry_attempt":2,
            "retry_of_run_id":"01JC7ZJ3R8Q6WX4T5N0V1B2C3A","replica_index":3,"external_execution_id":"ext-1",
            "scheduled_at":"2026-11-20T02:30:00.000Z","retry_at":"2026-11-20T02:31:30.000Z",
            "message":"It did not end within 1m.","duration_ms":60991,"peak_memory_bytes":12345678,
            "cpu_time_ms":250},"error":"timed out"}"""), events.ofRun(run, "timed out"));
    }

    @Test
    void aRunThatNeverRanSaysSoInItsExitCode() {
        Run run = Run.pending(ID, "backup", 0, RunOrigin.slot(SLOT, SLOT))
            .withEnd(RunEnd.without(SLOT, EndReason.SKIPPED, false));
        assertEquals(line("""
            {"run":{"id":"01JC7ZJ3R8Q6WX4T5N0V1B2C3D","task_name":"backup","status":"ended","end_reason":"skipped",
            "exit_code":-1,"end_at":"2026-11-20T02:30:00.000Z","triggered_by":"cron",
            "created_at":"2026-11-20T02:30:00.000Z","retry_attempt":0,"replica_index":0,
            "scheduled_at":"2026-11-20T02:30:00.000Z"}}"""), events.ofRun(run, null));
    }

    @Test
    void aTextIsEscapedAndStaysOnItsLine() {
        assertEquals("{\"task_name\":\"api\",\"message\":\"it said \\\"no\\\"\\n\\u0001é\"}",
                events.ofUnit("api", "it said \"no\"\n\u0001é"));
    }

    @Test
    void anEventOfTheDaemonNamesNoUnit() {
        assertEquals("{\"message\":\"started\"}", events.ofUnit("", "started"));
    }

    private static String line(String text) {
        return text.replace("\n", "");
    }
}
