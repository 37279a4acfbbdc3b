package io.runwisp.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.model.EndReason;
import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Run;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told, when, and in how many messages; in virtual time. */
class DeskTest {

    @TempDir
    private Path directory = Path.of("");

    private DeskWorld world() {
        return new DeskWorld(directory, DeskWorld.TASKS);
    }

    private DeskWorld world(String more) {
        return new DeskWorld(directory, DeskWorld.TASKS + more);
    }

    @Test
    void theFirstFailureIsToldAtOnceAndTheNextOnesAreHeldUntilTheWindowIsOver() {
        DeskWorld world = world().fails("backup");
        assertEquals(List.of("chat: backup failed"), world.texts());
        world.minutes(20).fails("backup").minutes(20).fails("backup");
        assertEquals(List.of(), world.texts());
        world.minutes(21);
        assertEquals(List.of("chat: backup failed ×2"), world.texts());
    }

    @Test
    void afterASummaryTheNextFailureIsToldAtOnce() {
        DeskWorld world = world().fails("backup").fails("backup").minutes(61);
        assertEquals(List.of("chat: backup failed", "chat: backup failed"), world.texts());
        world.fails("backup");
        assertEquals(List.of("chat: backup failed"), world.texts());
    }

    @Test
    void asManyAsTheRingHoldsAreACheckInThatBeginsANewWindow() {
        DeskWorld world = world("[notify]\noccurrence_ring = 3\n");
        for (int i = 0; i < 4; i++) {
            world.fails("backup").minutes(10);
        }
        assertEquals(List.of("chat: backup failed", "chat: backup failed ×3"), world.texts());
        world.fails("backup").minutes(49);
        assertEquals(List.of(), world.texts());
        world.minutes(12);
        assertEquals(List.of("chat: backup failed"), world.texts());
    }

    @Test
    void anotherUnitKindOrChannelIsAnotherMatter() {
        DeskWorld world = world("[[route]]\nnotify = ['post']\nmatch = { failure = true, task = 'r*' }\n");
        world.fails("backup").fails("report");
        world.end(world.start("backup"), EndReason.TIMEOUT);
        assertEquals(List.of("chat: backup failed", "chat: report failed", "post: report failed",
                "chat: backup ran out of time"), world.texts());
    }

    @Test
    void withoutAWindowOrWithoutFoldingEachIsTold() {
        for (String key : List.of("coalesce_window = '0s'", "coalesce_outbound = false")) {
            assertEquals(List.of("chat: backup failed", "chat: backup failed"),
                    world("[notify]\n" + key + "\n").fails("backup").fails("backup").texts());
        }
    }

    @Test
    void whoHeardOfFailuresHearsThatItIsWellAgain() {
        DeskWorld world = world().fails("backup").minutes(20).fails("backup").minutes(22).fails("backup");
        world.texts();
        world.succeeds("backup");
        assertEquals("Ok again after 3 failures, 42 m.", world.deeds().sent().getFirst().alert().sentence());
        assertEquals(List.of("chat: backup is ok again"), world.texts());
        world.succeeds("backup").minutes(120);
        assertEquals(List.of(), world.texts());
    }

    @Test
    void whoWasToldThatItIsWellHearsAtOnceWhenItIsNotAndAFlappingUnitIsStillFolded() {
        DeskWorld world = world().fails("backup").minutes(1).succeeds("backup").minutes(1).fails("backup");
        assertEquals(List.of("chat: backup failed", "chat: backup is ok again", "chat: backup failed"), world.texts());
        for (int i = 0; i < 4; i++) {
            world.minutes(1).succeeds("backup").minutes(1).fails("backup");
        }
        assertEquals(List.of(), world.texts());
        world.minutes(60);
        assertEquals(List.of("chat: backup is ok again ×4", "chat: backup failed ×4"), world.texts());
    }

    @Test
    void recoveryIsToldOnlyWhereItIsWanted() {
        assertEquals(List.of("chat: backup failed"),
                world("[notify]\nrecovered = false\n").fails("backup").succeeds("backup").texts());
        assertEquals(List.of("chat: backup failed", "chat: backup is ok again", "post: backup is ok again"),
                world("[[route]]\nmatch = { kind = ['recovered'] }\nnotify = ['post']\n").fails("backup")
                    .succeeds("backup")
                    .texts());
    }

    @Test
    void failuresOfAnotherLifeCount() {
        FakePast past = new FakePast();
        DeskWorld world = new DeskWorld(directory, DeskWorld.TASKS, past);
        Run old = world.end(world.start("backup"), EndReason.FAILED);
        past.failing("backup", new Past.Streak(5, DeskWorld.NOON.minusSeconds(7200), List.of(old)));
        DeskWorld next = new DeskWorld(directory, DeskWorld.TASKS, past);
        next.succeeds("backup");
        assertEquals("Ok again after 5 failures, 2 h.", next.deeds().sent().getFirst().alert().sentence());
        assertEquals(List.of("chat: backup is ok again"), next.texts());
    }

    @Test
    void aServiceIsWellWhenItHasStayedUp() {
        DeskWorld world = world("[defaults]\nbackoff_reset_after = '90s'\n").fails("web");
        assertEquals(List.of("chat: web failed"), world.texts());
        Run run = world.start("web");
        world.wait(Duration.ofSeconds(89));
        assertEquals(List.of(), world.texts());
        world.wait(Duration.ofSeconds(2));
        assertEquals(List.of("chat: web is ok again"), world.texts());
        world.end(run, EndReason.STOPPED);
        assertEquals(List.of(), world.texts());
    }

    @Test
    void aServiceThatFailsAgainSoonWasNotWell() {
        DeskWorld world = world().fails("web");
        Run run = world.start("web");
        world.wait(Duration.ofSeconds(30));
        world.end(run, EndReason.FAILED);
        world.minutes(59);
        assertEquals(List.of("chat: web failed"), world.texts());
    }

    @Test
    void aRunThatTakesFarLongerThanUsualIsToldOnce() {
        DeskWorld world = new DeskWorld(directory, DeskWorld.TASKS,
                new FakePast().usual("backup", 5, Duration.ofMinutes(2)));
        Run run = world.start("backup");
        world.wait(Duration.ofMinutes(6).minusSeconds(1));
        assertEquals(List.of(), world.texts());
        world.minutes(1);
        assertEquals("It has run for 6 m and goes on; usually it takes 2 m.",
                world.deeds().sent().getFirst().alert().sentence());
        assertEquals(List.of("chat: backup is slow"), world.texts());
        assertEquals(1, world.deeds().rung().size());
        world.minutes(30);
        world.end(run, EndReason.SUCCESS);
        world.start("backup");
        world.minutes(30);
        assertEquals(List.of(), world.texts(), "it is known that it is slow");
    }

    @Test
    void slownessIsToldAgainAfterARunThatWasNot() {
        DeskWorld world = new DeskWorld(directory, DeskWorld.TASKS + "[notify]\ncoalesce_window = '0s'\n",
                new FakePast().usual("backup", 50, Duration.ofMinutes(2)));
        Run slow = world.start("backup");
        world.minutes(10);
        world.end(slow, EndReason.SUCCESS);
        Run quick = world.start("backup");
        world.minutes(2);
        world.end(quick, EndReason.SUCCESS);
        world.start("backup");
        world.minutes(10);
        assertEquals(List.of("chat: backup is slow", "chat: backup is slow"), world.texts());
    }

    @Test
    void nothingIsUsualBeforeFiveSuccessesAndWhatIsShortIsNeverSlow() {
        DeskWorld world = new DeskWorld(directory, DeskWorld.TASKS,
                new FakePast().usual("backup", 4, Duration.ofMinutes(2)).usual("report", 50, Duration.ofMillis(100)));
        Run report = world.start("report");
        world.wait(Duration.ofSeconds(9));
        world.end(report, EndReason.SUCCESS);
        world.start("backup");
        world.minutes(30);
        assertEquals(List.of(), world.texts());
    }

    @Test
    void theFactorAndTheSwitchOfSlownessCount() {
        FakePast past = new FakePast().usual("backup", 50, Duration.ofMinutes(2));
        DeskWorld off = new DeskWorld(directory, DeskWorld.TASKS + "[notify]\nslow = false\n", past);
        off.start("backup");
        DeskWorld ten = new DeskWorld(directory, DeskWorld.TASKS + "[notify]\nslow_factor = 10.0\n", past);
        ten.start("backup");
        assertEquals(List.of(), off.minutes(60).texts());
        assertEquals(List.of(), ten.minutes(19).texts());
        assertEquals(List.of("chat: backup is slow"), ten.minutes(2).texts());
    }

    @Test
    void aRunThatPrintsNothingAgainstItsHabitIsToldOnceWhereThatIsWanted() {
        FakePast past = new FakePast().usual("backup", 5, Duration.ofMinutes(2));
        DeskWorld world = new DeskWorld(directory, DeskWorld.TASKS + "[notify]\nsilent = true\n", past);
        Run run = world.start("backup");
        world.minutes(3);
        assertEquals(List.of("chat: backup is silent"), world.texts());
        world.end(run, EndReason.SUCCESS);
        assertEquals(List.of(), world.texts());
        world.succeeds("backup");
        world.end(world.start("backup"), EndReason.SUCCESS);
        assertEquals(1, world.deeds().rung().stream().filter(one -> one.alert().verb().equals("was silent")).count());
    }

    @Test
    void maintenanceHoldsWhatWouldLeaveAndTellsItInOneMessageAtItsEnd() {
        DeskWorld world = world("""
                [[maintenance]]
                id = 'patching'
                units = ['b*', 'web']
                from = 2026-03-01T12:10:00Z
                until = 2026-03-01T13:10:00Z
                """);
        world.minutes(10).fails("backup").fails("backup").fails("web").fails("report").succeeds("backup");
        assertEquals(List.of("chat: report failed"), world.texts());
        assertEquals(11, world.deeds().hooked().size(), "hooks and pings go on");
        world.minutes(59);
        assertEquals(List.of(), world.texts());
        world.minutes(2);
        Alert told = world.deeds().sent().getFirst().alert();
        assertEquals("Maintenance patching is over: 4 notices were held", told.title());
        assertEquals("backup failed ×2; web failed; backup is ok again.", told.sentence());
        assertEquals(1, world.texts().size());
        world.fails("backup");
        assertEquals(List.of("chat: backup failed"), world.texts());
    }

    @Test
    void aSummaryThatIsDueDuringMaintenanceIsHeldToo() {
        DeskWorld world = world("""
                [[maintenance]]
                id = 'patching'
                units = ['*']
                from = 2026-03-01T12:30:00Z
                until = 2026-03-01T13:30:00Z
                """);
        world.fails("backup").fails("backup").fails("backup");
        world.texts();
        world.minutes(89);
        assertEquals(List.of(), world.texts());
        world.minutes(2);
        assertEquals("backup failed ×2.", world.deeds().sent().getFirst().alert().sentence());
    }

    @Test
    void aWindowThatAReloadEndsEarlierIsOverThen() {
        DeskWorld world = world("""
                [[maintenance]]
                id = 'patching'
                units = ['*']
                from = 2026-03-01T12:00:00Z
                until = 2026-03-01T18:00:00Z
                """);
        world.fails("backup").follow(DeskWorld.TASKS);
        assertEquals(List.of("chat: Maintenance patching is over: 1 notice was held"), world.texts());
    }

    @Test
    void atTheEndOfTheDaemonWhatIsHeldIsToldAndMaintenanceGoesOn() {
        DeskWorld world = world("""
                [[maintenance]]
                id = 'patching'
                units = ['report']
                from = 2026-03-01T12:00:00Z
                until = 2026-03-01T13:00:00Z
                """);
        world.fails("backup").fails("backup").fails("backup").fails("report");
        world.texts();
        world.desk().farewell(world.now());
        assertEquals(List.of("chat: backup failed ×2"), world.texts());
        world.die().minutes(61);
        assertEquals(List.of("chat: Maintenance patching is over: 1 notice was held"), world.texts());
    }

    @Test
    void aDaemonThatIsKilledAndKilledAgainTellsNothingTwice() {
        DeskWorld world = world();
        for (int i = 0; i < 5; i++) {
            world.fails("backup").die().minutes(5);
        }
        assertEquals(List.of("chat: backup failed"), world.texts());
        world.minutes(40);
        assertEquals(List.of("chat: backup failed ×4"), world.texts());
    }

    @Test
    void aStallOfTheJournalIsToldOnceToThoseWhoHearOfEverything() {
        DeskWorld world = world();
        world.desk()
            .plain(Happening.plain(EventKind.JOURNAL_STALLED, EventSeverity.ERROR, "",
                    null, "cannot write its journal", "disk full", world.now().wall()), world.now());
        assertEquals(List.of("chat: RunWisp cannot write its journal", "post: RunWisp cannot write its journal"),
                world.texts());
    }

    @Test
    void tenThousandFailuresInAMinuteAreAHandfulOfMessages() {
        DeskWorld world = world();
        for (int i = 0; i < 10_000; i++) {
            world.fails("backup").wait(Duration.ofMillis(6));
        }
        world.minutes(61);
        List<Memory.Waiting> sent = List.copyOf(world.deeds().sent());
        assertEquals(10_000, sent.stream().mapToInt(one -> one.alert().count()).sum(), "each is counted once");
        assertTrue(sent.size() <= 16, "messages: " + world.texts());
        assertEquals(1, sent.getFirst().alert().count());
        assertEquals(List.of(10, 10, 10, 10, 20), sent.stream()
            .skip(1)
            .limit(5)
            .map(one -> one.alert().count())
            .toList());
        assertEquals(List.of(), world.desk().windows(world.now()), "nothing is left of it");
    }
}
