package io.runwisp.api.foresight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.runwisp.api.ground.ConfigInForce;
import io.runwisp.api.ground.EngineDoor;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.UpcomingQuery;
import io.runwisp.config.Config;
import io.runwisp.config.Loading;
import io.runwisp.engine.EngineEffect.CommandResult;
import io.runwisp.engine.EngineEffect.Reason;
import io.runwisp.engine.EngineEffect.Rejected;
import io.runwisp.engine.EngineEffect.SchedulesSeen;
import io.runwisp.engine.FactKind;
import io.runwisp.engine.Receipts;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.CloseFact;
import io.runwisp.engine.RunJournalChange.OpenFact;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.ScheduleStanding;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.RunOrigin;
import io.runwisp.model.RunStart;
import io.runwisp.model.Trigger;
import io.runwisp.model.UlidSequence;
import io.runwisp.store.RunStore;
import io.runwisp.store.Stores;
import io.runwisp.time.VirtualWallClock;
import io.runwisp.wire.unit.Why;
import io.runwisp.wire.unit.WhyCause;
import io.runwisp.wire.unit.WhyVerdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why something did or did not run, asked of a day that a real database remembers. */
final class LocalForesightTest {

    private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");
    private static final String TASK = "report";

    private final VirtualWallClock clock = new VirtualWallClock(at(18, 0));
    private final UlidSequence ids = new UlidSequence(DAY::toEpochMilli, new Random(1));
    @TempDir
    private Path folder = Path.of("");
    private RunStore store;
    private LocalForesight foresight;
    private CommandResult engine = new SchedulesSeen(Map.of(), false);

    @BeforeEach
    void begin() {
        store = Stores.open(folder.resolve("runwisp.db"));
        Config config = Loading.in(folder).valid("""
            [tasks.report]
            run = "true"
            cron = "0 * * * *"
            timezone = "UTC"

            [tasks.pulse]
            run = "true"
            cron = "@every 2h"

            [services.api]
            run = "sleep 1"
            """);
        foresight = new LocalForesight(new InForce(config), store.facts(),
                new EngineDoor(_ -> CompletableFuture.completedFuture(engine)), clock, io.runwisp.wire.run.Run::of);
        write(new OpenFact(FactKind.DAEMON_UP, "", at(1, 0), "it runs"),
                new OpenFact(FactKind.CONFIGURATION, "", at(1, 0), "3 units"),
                new OpenFact(FactKind.UNIT_PRESENT, TASK, at(2, 0), ""),
                new OpenFact(FactKind.UNIT_PRESENT, "api", at(1, 0), ""));
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void aSlotThatRanHasItsRunAndItsNeighbours() {
        Run ran = save(row(TASK, at(4, 0), at(4, 0)).withStart(new RunStart(at(4, 0), "x.log", null))
            .withEnd(new RunEnd(at(4, 10), EndReason.FAILED, 3, true, Duration.ofMinutes(10), null)));
        Why why = why(TASK, at(4, 0));
        assertEquals(WhyVerdict.RAN.word(), why.verdict());
        assertEquals(ran.id().text(), answering(why).id());
        assertEquals(List.of(at(4, 0), at(3, 0), at(5, 0)),
                Arrays.asList(why.slot(), why.previousSlot(), why.nextSlot()));
        assertEquals(List.of("configuration", "unit_present", "daemon_up"), kinds(why));
        assertEquals(WhyVerdict.RAN.word(), why(TASK, at(4, 5)).verdict());
        Why between = why(TASK, at(4, 30));
        assertEquals(WhyVerdict.NO_SLOT.word(), between.verdict());
        assertEquals(ran.id().text(), answering(between).id());
    }

    @Test
    void aSlotThatWasLeftOutHasTheRowThatSaysSo() {
        Map<Integer, EndReason> reasons = Map.of(5, EndReason.SKIPPED, 6, EndReason.QUEUE_FULL, 7,
                EndReason.DST_SKIPPED);
        reasons.forEach((hour, reason) -> {
            Run row = save(
                    row(TASK, at(hour, 0), at(hour, 0)).withEnd(RunEnd.without(at(hour, 0), reason, false)));
            Why why = why(TASK, at(hour, 0));
            assertEquals(WhyVerdict.DID_NOT_RUN.word(), why.verdict());
            assertEquals(row.id().text(), answering(why).id());
        });
    }

    @Test
    void everySlotOfADowntimeIsAnsweredByItsRowAndByTheDowntime() {
        write(new CloseFact(FactKind.DAEMON_UP, "", at(5, 30)),
                new OpenFact(FactKind.DAEMON_DOWN, "", at(5, 30), "it had died"),
                new CloseFact(FactKind.DAEMON_DOWN, "", at(8, 30)),
                new OpenFact(FactKind.DAEMON_UP, "", at(8, 30), "it runs"));
        Run gap = save(row(TASK, at(8, 0), at(8, 0)).withEnd(RunEnd.without(at(8, 0), EndReason.MISSED, true)));
        for (int hour = 6; hour <= 8; hour++) {
            Why why = why(TASK, at(hour, 0));
            assertEquals(WhyVerdict.DID_NOT_RUN.word(), why.verdict(), "at " + hour);
            assertEquals(gap.id().text(), answering(why).id());
            assertEquals(new WhyCause("daemon_down", at(5, 30), at(8, 30), "it had died"), why.causes().getFirst());
        }
        assertEquals(List.of("configuration", "unit_present", "daemon_up"), kinds(why(TASK, at(9, 0))));
    }

    @Test
    void withoutARowAPauseAStalledDiskAndAClockThatJumpedExplain() {
        Map<FactKind, Integer> hours = Map.of(FactKind.PAUSED, 9, FactKind.JOURNAL_STALLED, 11, FactKind.CLOCK_STEP,
                13);
        hours.forEach((kind, hour) -> write(
                new OpenFact(kind, kind == FactKind.PAUSED ? TASK : "", at(hour, 0).minusSeconds(60), "because"),
                new CloseFact(kind, kind == FactKind.PAUSED ? TASK : "", at(hour, 0).plusSeconds(60))));
        hours.forEach((kind, hour) -> {
            Why why = why(TASK, at(hour, 0));
            assertEquals(WhyVerdict.DID_NOT_RUN.word(), why.verdict(), kind.word());
            assertNull(why.run());
            assertEquals(kind.word(), why.causes().getFirst().kind());
        });
        assertEquals(WhyVerdict.NOT_RECORDED.word(), why(TASK, at(10, 0)).verdict());
    }

    /** The pause of one task explains nothing about another. */
    @Test
    void aPauseIsTheOneOfItsUnit() {
        write(new OpenFact(FactKind.PAUSED, "pulse", at(9, 0), ""));
        assertEquals(List.of("configuration", "unit_present", "daemon_up"), kinds(why(TASK, at(9, 30))));
    }

    @Test
    void whatNobodyRememberedIsSaidToBeSo() {
        assertEquals(WhyVerdict.NOT_RECORDED.word(), why(TASK, at(0, 30)).verdict());
        assertEquals(WhyVerdict.NOT_THERE.word(), why(TASK, at(1, 30)).verdict());
        assertEquals(WhyVerdict.NOT_YET.word(), why(TASK, at(19, 0)).verdict());
        assertEquals("unit_unknown",
                assertThrows(ApiProblem.class, () -> why("nobody", at(9, 0))).problem().code());
    }

    @Test
    void aServiceIsAnsweredByTheRunThatWasThere() {
        Run kept = save(Run
            .pending(new RunId(ids.next().text()), "api", 0,
                    new RunOrigin(Trigger.SERVICE, at(3, 0), null, 0, null, Map.of(), null))
            .withStart(new RunStart(at(3, 0), "x.log", null)));
        Why why = foresight.why("api", null);
        assertEquals(WhyVerdict.RAN.word(), why.verdict());
        assertEquals(kept.id().text(), answering(why).id());
        assertNull(why.slot());
        assertEquals(WhyVerdict.NO_SLOT.word(), why("api", at(2, 0)).verdict());
    }

    @Test
    void whatIsDueBeginsNowAndCountsAnIntervalFromItsMark() {
        engine = new SchedulesSeen(Map.of("pulse", new ScheduleStanding(at(17, 30), null, false)), false);
        assertEquals(List.of("report 18:00", "report 19:00", "pulse 19:30", "report 20:00"),
                foresight.upcoming(new UpcomingQuery(DAY, at(20, 0), 10))
                    .firings()
                    .stream()
                    .map(firing -> firing.taskName() + " " + firing.at().toString().substring(11, 16))
                    .toList());
        engine = new Rejected(Reason.STOPPING, "it ends");
        assertEquals("stopping", assertThrows(ApiProblem.class,
                () -> foresight.upcoming(new UpcomingQuery(DAY, at(20, 0), 10)))
            .problem()
            .code());
    }

    private Why why(String unit, @Nullable Instant asked) {
        return foresight.why(unit, asked);
    }

    private static io.runwisp.wire.run.Run answering(Why why) {
        return Objects.requireNonNull(why.run(), "no run answers it");
    }

    private static List<String> kinds(Why why) {
        return why.causes().stream().map(WhyCause::kind).toList();
    }

    private Run row(String unit, Instant slot, Instant created) {
        return Run.pending(new RunId(ids.next().text()), unit, 0,
                new RunOrigin(Trigger.CRON, created, slot, 0, null, Map.of(), null));
    }

    private Run save(Run run) {
        write(new SaveRun(run));
        return run;
    }

    private void write(RunJournalChange... changes) {
        Receipts.of(store.journal(), changes).sequences();
    }

    private static Instant at(int hour, int minute) {
        return DAY.plus(Duration.ofHours(hour)).plus(Duration.ofMinutes(minute));
    }

    private record InForce(Config config) implements ConfigInForce {

        @Override
        public Instant loadedAt() {
            return DAY;
        }

        @Override
        public boolean isStale() {
            return false;
        }
    }
}
