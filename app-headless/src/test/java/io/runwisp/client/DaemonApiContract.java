package io.runwisp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.model.RunFilter;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.daemon.Capability;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.daemon.Instance;
import io.runwisp.wire.daemon.ReloadRequest;
import io.runwisp.wire.daemon.ReloadResult;
import io.runwisp.wire.daemon.SystemStats;
import io.runwisp.wire.event.EventName;
import io.runwisp.wire.log.LogLine;
import io.runwisp.wire.log.LogPage;
import io.runwisp.wire.notice.Notification;
import io.runwisp.wire.run.Affected;
import io.runwisp.wire.run.PassedOver;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.RunCriteria;
import io.runwisp.wire.run.RunReference;
import io.runwisp.wire.run.RunSelector;
import io.runwisp.wire.run.TriggerRequest;
import io.runwisp.wire.unit.Firing;
import io.runwisp.wire.unit.TaskBrief;
import io.runwisp.wire.unit.TaskResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What holds for every form of {@link DaemonApi}. Each test has a daemon of its own, which runs {@link #CONFIG} and has just begun. */
abstract class DaemonApiContract {

    /** What the daemon runs. */
    static final String CONFIG = """
        [tasks.hello]
        run = "echo hello; echo again"
        cron = "0 4 * * *"
        timezone = "UTC"

        [tasks.scheduled-only]
        run = "exit 0"
        cron = "@every 24h"
        api_trigger = false

        [tasks.sleeper]
        run = "exec sleep 600"
        on_overlap = "skip"

        [tasks.tumbler]
        run = "exit 3"

        [services.keeper]
        run = "exec sleep 600"
        """;

    private static final TriggerRequest PLAIN = new TriggerRequest(Map.of());
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);
    private static final String NOBODY = "01JC7ZJ3R8Q6WX4T5N0V1B2C3D";

    /** The form that is tested, joined to the daemon of this test. */
    abstract DaemonApi api();

    @Test
    void unitsComeByNameEachWithItsKindAndItsState() {
        List<TaskResponse> units = api().tasks();
        assertEquals(List.of("hello task", "keeper service", "scheduled-only task", "sleeper task",
                "tumbler task"),
                units.stream().map(unit -> unit.name() + " " + unit.kind()).toList());
        assertEquals("idle", units.getFirst().now().state());
        assertEquals(1, units.get(1).now().replicas().size());
    }

    @Test
    void aUnitThatIsNotThereIsAProblemForEveryVerb() {
        Stream.<Executable>of(() -> api().trigger("ghost", PLAIN, null), () -> api().start("ghost"),
                () -> api().restart("ghost"), () -> api().stop("ghost"), () -> api().pause("ghost"),
                () -> api().resume("ghost"), () -> api().why("ghost", null))
            .forEach(verb -> refused(ProblemCode.UNIT_UNKNOWN, verb));
    }

    @Test
    void verbsOfTheOtherKindAreRefused() {
        refused(ProblemCode.NOT_A_TASK, () -> api().trigger("keeper", PLAIN, null));
        refused(ProblemCode.NOT_A_TASK, () -> api().pause("keeper"));
        refused(ProblemCode.NOT_A_SERVICE, () -> api().restart("hello"));
        refused(ProblemCode.NOT_A_SERVICE, () -> api().start("hello"));
    }

    @Test
    void whatMayNotBeStartedFromOutsideMayBeStopped() {
        refused(ProblemCode.API_TRIGGER_OFF, () -> api().trigger("scheduled-only", PLAIN, null));
        assertFalse(api().stop("scheduled-only").message().isBlank());
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
    void aChoiceOfRunsNamesThemOrSaysThatAllAreMeant() {
        for (Boolean all : new Boolean[]{true, false}) {
            List<String> ids = all ? List.of(NOBODY) : List.of();
            RunSelector bad = new RunSelector(ids, all, List.of(), null, null, null, null);
            Stream.<Function<RunSelector, Record>>of(api()::deleteRuns, api()::restoreRuns, api()::cancelRuns,
                    api()::rerunRuns)
                .forEach(bulk -> refused(ProblemCode.BAD_SELECTOR, () -> bulk.apply(bad)));
        }
    }

    @Test
    void aDeletionOfManyCanBeTakenBack() {
        String run = api().trigger("hello", PLAIN, LONG_ENOUGH).id();
        RunSelector chosen = RunSelector.named(List.of(run));
        assertEquals(1, api().deleteRuns(chosen).affected());
        assertEquals(0, api().runs(RunQuery.newest(RunFilter.ofTask("hello"))).total());
        assertEquals(1, api().restoreRuns(chosen).affected());
        assertEquals(run, api().run(run).id());
    }

    @Test
    void allThatFitAreMeantAsOfTheirListAndOneDeletionIsTakenBackWithoutTheOthers() {
        List<String> runs = Stream.of(1, 2, 3).map(_ -> api().trigger("hello", PLAIN, LONG_ENOUGH).id()).toList();
        RunFilter filter = RunFilter.ofTask("hello");
        String newest = api().runs(RunQuery.newest(filter)).newest();
        assertEquals(runs.getLast(), newest);
        String later = api().trigger("hello", PLAIN, LONG_ENOUGH).id();
        assertEquals(1, api().deleteRuns(RunSelector.named(runs.subList(0, 1))).affected());
        Affected deleted = api().deleteRuns(RunSelector.all(RunCriteria.of(filter), runs.subList(1, 2))
            .asOf(newest, Instant.parse("2100-01-01T00:00:00Z")));
        assertEquals(1, deleted.affected());
        assertEquals(List.of(later, runs.get(1)),
                api().runs(RunQuery.newest(filter)).runs().stream().map(Run::id).toList());
        assertEquals(1, api().restoreRuns(RunSelector.takenBy(Objects.requireNonNull(deleted.deletion()))).affected());
        assertEquals(List.of(later, runs.get(2), runs.get(1)),
                api().runs(RunQuery.newest(filter)).runs().stream().map(Run::id).toList());
    }

    @Test
    void whatACommandForManyLeavesAsItWasItNamesWithTheReason() {
        String over = api().trigger("hello", PLAIN, LONG_ENOUGH).id();
        String active = api().trigger("sleeper", PLAIN, null).id();
        RunSelector chosen = RunSelector.named(List.of(over, active, NOBODY));
        assertEquals(List.of("run_not_running 1", "run_unknown 1"), passed(api().cancelRuns(chosen).passedOver()));
        assertEquals(List.of("run_unknown 1"),
                passed(api().deleteRuns(RunSelector.named(List.of(over, NOBODY))).passedOver()));
        assertEquals(List.of("run_unknown 1"),
                passed(api().restoreRuns(RunSelector.named(List.of(over, NOBODY))).passedOver()));
        assertEquals(List.of("not_a_task 1"), passed(api().rerunRuns(RunSelector.all(
                RunCriteria.of(RunFilter.ofTask("keeper")), List.of()))
            .passedOver()));
    }

    private static List<String> passed(List<PassedOver> over) {
        return over.stream().map(one -> one.code() + " " + one.count()).toList();
    }

    @Test
    void manyRunsOfATaskAreStartedAgainAsOne() {
        List<String> runs = Stream.of(1, 2).map(_ -> api().trigger("hello", PLAIN, LONG_ENOUGH).id()).toList();
        List<RunReference> again = api().rerunRuns(RunSelector.named(runs)).triggered();
        assertEquals(List.of("hello"), again.stream().map(RunReference::taskName).toList());
        assertFalse(runs.contains(again.getFirst().runId()));
    }

    @Test
    void anExpressionThatIsNoneAndARowThatIsNotThereAreProblems() {
        refused(ProblemCode.BAD_SEARCH,
                () -> api().searchLogs("hello", new LogSearch("(", true, false, null, 1, null)));
        refused(ProblemCode.NOTIFICATION_UNKNOWN, () -> api().read(NOBODY));
        refused(ProblemCode.NOTIFICATION_UNKNOWN, () -> api().unread(NOBODY));
    }

    @Test
    void theDaemonSaysWhatItIsAndWhatItsMachineDoes() {
        Instance instance = api().instance();
        assertEquals("runwisp", instance.app());
        DaemonInfo info = api().info();
        assertEquals(instance.version() + " " + instance.fingerprint(), info.version() + " " + info.fingerprint());
        assertEquals(List.of("hello", "keeper", "scheduled-only", "sleeper", "tumbler"),
                info.tasks().stream().map(TaskBrief::name).toList());
        assertEquals(List.of(new Capability("shell", true)), info.capabilities());
        assertTrue(info.schedulingActive() && !info.configStale() && !info.cloudEnabled());
        SystemStats system = api().system();
        assertTrue(system.memTotal() >= system.memUsed() && system.memUsed() > 0, system.toString());
        assertTrue(system.cpuUsage() >= 0 && system.cpuUsage() <= 100 && system.cpuCores() > 0, system.toString());
        assertTrue(api().systemHistory().size() <= 32);
    }

    @Test
    void aTicketIsANewOneEachTime() {
        String ticket = api().launchTicket().ticket();
        assertFalse(ticket.isBlank());
        assertFalse(ticket.equals(api().launchTicket().ticket()));
    }

    @Test
    void failuresRingTheBellAreHeardAndCanBeReadAndUnread() throws InterruptedException {
        Heard<DaemonEvent> heard = new Heard<>();
        try (Subscription _ = api().events(null, heard)) {
            api().trigger("hello", PLAIN, LONG_ENOUGH);
            assertEquals(List.of(), api().notifications(BellOperations.USUAL_NOTIFICATIONS, null).items());
            assertEquals(0, api().unreadCount().count());
            api().trigger("tumbler", PLAIN, LONG_ENOUGH);
            Run latest = api().trigger("tumbler", PLAIN, LONG_ENOUGH);
            heard.await(event -> event instanceof DaemonEvent.BellChanged changed
                    && changed.name() == EventName.NOTIFICATION_CREATED && changed.event().unreadCount() == 1);
            List<Notification> rows = api().notifications(BellOperations.USUAL_NOTIFICATIONS, null).items();
            Notification row = rows.getFirst();
            assertEquals("1 run.failed error tumbler 2 " + latest.id(), rows.size() + " " + row.kind() + " "
                    + row.severity() + " " + row.taskName() + " " + row.count() + " " + row.runId());
            api().read(row.id());
            assertEquals(0, api().unreadCount().count());
            heard.await(event -> event instanceof DaemonEvent.UnreadChanged changed
                    && changed.event().unreadCount() == 0);
            api().unread(row.id());
            assertEquals(1, api().unreadCount().count());
            api().readAll();
            assertEquals(0, api().unreadCount().count());
            assertEquals(List.of(), api().notifications(BellOperations.USUAL_NOTIFICATIONS, row.id()).items());
        }
    }

    @Test
    void aPauseIsSeenAndEndsWithAResume() {
        api().pause("hello");
        api().pause("hello");
        assertNotNull(hello().now().pausedAt());
        api().resume("hello");
        assertEquals(null, hello().now().pausedAt());
    }

    @Test
    void whatIsDueAheadIsToldInOrder() {
        Instant from = Instant.parse("2031-03-01T00:00:00Z");
        List<Firing> ahead = api().upcoming(new UpcomingQuery(from, from.plusSeconds(2 * 86_400), 100)).firings();
        assertEquals(List.of("2031-03-01T04:00:00Z", "2031-03-02T04:00:00Z"), ahead.stream()
            .filter(firing -> firing.taskName().equals("hello"))
            .map(firing -> firing.at().toString())
            .toList());
        assertEquals(ahead.stream().map(Firing::at).sorted().toList(), ahead.stream().map(Firing::at).toList());
        assertEquals("not_yet", api().why("hello", from).verdict());
    }

    @Test
    void aReloadOfWhatIsInForceChangesNothing() {
        ReloadResult plan = api().reload(new ReloadRequest(List.of(), true));
        assertEquals(new ReloadResult(false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), plan.warnings()), plan);
        refused(ProblemCode.UNIT_UNKNOWN, () -> api().reload(new ReloadRequest(List.of("ghost"), true)));
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

    private TaskResponse hello() {
        return api().tasks().getFirst();
    }

    private static void refused(ProblemCode code, Executable verb) {
        ApiProblem problem = assertThrows(ApiProblem.class, verb);
        assertEquals(code.word() + " " + code.status(), problem.problem().code() + " " + problem.problem().status());
        assertFalse(problem.problem().detail().isBlank());
    }

    private static final class Heard<T> implements StreamListener<T> {

        private final BlockingQueue<T> events = new LinkedBlockingQueue<>();

        @Override
        public void next(T event) {
            events.add(event);
        }

        @Override
        public void ended(@Nullable ApiFailure why) {
            // Whoever waits for an event that does not come fails by its bound.
        }

        void await(Predicate<T> wanted) throws InterruptedException {
            T event = events.poll(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
            while (event != null && !wanted.test(event)) {
                event = events.poll(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
            }
            assertNotNull(event, "what was waited for has not come");
        }
    }
}
