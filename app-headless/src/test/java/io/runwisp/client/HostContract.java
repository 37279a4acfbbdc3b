package io.runwisp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.daemon.Capability;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.daemon.Instance;
import io.runwisp.wire.daemon.ReloadRequest;
import io.runwisp.wire.daemon.ReloadResult;
import io.runwisp.wire.daemon.SystemStats;
import io.runwisp.wire.event.EventName;
import io.runwisp.wire.notice.Notification;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.TaskBrief;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The daemon itself: what it says of itself, its bell and its configuration. */
abstract class HostContract extends ApiContract {

    HostContract(Supplier<DaemonApi> api) {
        super(api);
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
    void aReloadOfWhatIsInForceChangesNothing() {
        ReloadResult plan = api().reload(new ReloadRequest(List.of(), true));
        assertEquals(new ReloadResult(false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), plan.warnings()), plan);
        refused(ProblemCode.UNIT_UNKNOWN, () -> api().reload(new ReloadRequest(List.of("ghost"), true)));
    }
}
