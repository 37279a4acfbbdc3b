package io.runwisp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.model.RunFilter;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.log.LogLine;
import io.runwisp.wire.log.LogPage;
import io.runwisp.wire.run.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** One run: what it comes to, its log, and what may be done with it. */
abstract class RunsContract extends ApiContract {

    RunsContract(Supplier<DaemonApi> api) {
        super(api);
    }

    @Test
    void aTriggeredRunIsOnRecordAndItsLogCanBeRead() throws IOException {
        Run run = api().trigger("hello", PLAIN, LONG_ENOUGH);
        assertEquals("success", run.endReason());
        assertEquals("api", run.triggeredBy());
        assertEquals(run, api().run(run.id()));
        assertEquals(List.of(run), api().runs(RunQuery.newest(RunFilter.ofTask("hello"))).runs());
        assertEquals(1, api().summary().success());
        LogPage page = api().log("hello", run.id(), LogQuery.lines(LogQuery.USUAL_FROM, LogQuery.USUAL));
        assertEquals(List.of("hello", "again"), page.lines().stream().map(LogLine::text).toList());
        assertTrue(page.finalized());
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (RawLog raw = api().rawLog("hello", run.id())) {
            assertTrue(raw.fileName().endsWith(".log"));
            raw.copyTo(whole);
        }
        assertTrue(whole.toString(StandardCharsets.UTF_8).contains("hello\nagain\n"));
        assertEquals(1, api().searchLogs("hello", LogSearch.text("AGAIN")).hits().size());
    }

    @Test
    void aRunThatFindsAnotherInItsPlaceIsOnRecordAsSkipped() {
        api().trigger("sleeper", PLAIN, null);
        assertEquals("skipped", api().trigger("sleeper", PLAIN, LONG_ENOUGH).endReason());
    }

    @Test
    void aRunThatIsNotThereIsAProblemAndSoIsOneOfAnotherUnit() {
        refused(ProblemCode.RUN_UNKNOWN, () -> api().run(NOBODY));
        refused(ProblemCode.RUN_UNKNOWN, () -> api().deleteRun("hello", NOBODY));
        String other = api().trigger("hello", PLAIN, LONG_ENOUGH).id();
        refused(ProblemCode.RUN_UNKNOWN, () -> api().stopRun("sleeper", other));
        refused(ProblemCode.RUN_UNKNOWN, () -> api().log("sleeper", other, LogQuery.lines(0, 1)));
    }

    @Test
    void whatIsOverCannotBeStoppedAndWhatIsNotCannotBeDeleted() {
        String over = api().trigger("hello", PLAIN, LONG_ENOUGH).id();
        refused(ProblemCode.RUN_NOT_RUNNING, () -> api().stopRun("hello", over));
        String active = api().trigger("sleeper", PLAIN, null).id();
        refused(ProblemCode.RUN_ACTIVE, () -> api().deleteRun("sleeper", active));
        api().deleteRun("hello", over);
        refused(ProblemCode.RUN_UNKNOWN, () -> api().run(over));
    }

    @Test
    void aLifeIsHeardInItsOrderAndNothingAfterTheEndOfASubscription() throws InterruptedException {
        Heard<DaemonEvent> heard = new Heard<>();
        Run run;
        try (Subscription _ = api().events(null, heard)) {
            run = api().trigger("hello", PLAIN, LONG_ENOUGH);
            for (String name : List.of("run.created", "run.started", "run.completed")) {
                heard.await(event -> event instanceof DaemonEvent.RunChanged changed
                        && changed.name().word().equals(name) && changed.event().run().id().equals(run.id()));
            }
        }
        heard.events.clear();
        api().trigger("hello", PLAIN, LONG_ENOUGH);
        assertEquals(0, heard.events.size());
    }

    @Test
    void aLogThatIsOverIsStreamedToItsEnd() throws InterruptedException {
        String run = api().trigger("hello", PLAIN, LONG_ENOUGH).id();
        Heard<LogEvent> heard = new Heard<>();
        try (Subscription _ = api().logStream("hello", run, 0, StreamOperations.USUAL_REPLAY, heard)) {
            heard.await(event -> event instanceof LogEvent.Line line && line.line().text().equals("hello"));
            heard.await(event -> event instanceof LogEvent.Line line && line.line().text().equals("again"));
            heard.await(event -> event instanceof LogEvent.Done done && done.end().finalLine() == 1);
        }
        refused(ProblemCode.RUN_UNKNOWN, () -> api().logStream("hello", NOBODY, 0, 1, heard));
    }
}
