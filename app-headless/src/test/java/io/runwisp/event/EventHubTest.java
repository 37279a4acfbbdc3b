package io.runwisp.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventHubTest {

    private static final int KEPT = 300;

    private final FakeEventHistory history = new FakeEventHistory(KEPT);
    private final EventHub hub = new EventHub(history, 0);
    private final AtomicInteger woken = new AtomicInteger();

    @Test
    void whatIsCommittedIsToldInItsOrderWithItsNumber() {
        EventSubscription subscription = subscribe(null);
        commit("run.created", "run.started");
        hub.announce("system", "{}");
        assertEquals("1 run.created, 2 run.started, 0 system", told(subscription));
        assertEquals("", told(subscription));
        assertEquals(2, subscription.position());
    }

    @Test
    void whoeverWaitsIsWokenOnceForWhatItHasNotTaken() {
        EventSubscription subscription = subscribe(null);
        commit("run.created");
        commit("run.started");
        assertEquals(1, woken.get());
        told(subscription);
        commit("run.completed");
        assertEquals(2, woken.get());
    }

    @Test
    void changesThatAreNoEventsAreNotTold() {
        EventSubscription subscription = subscribe(null);
        Tiding.Event event = history.append("run.created", "{}");
        hub.committed(List.of(new RunJournalChange.DropWatermark("a"),
                new AppendEvent("run.created", Instant.EPOCH, "{}"), new RunJournalChange.DropSetting("b")),
                List.of(event.seq()));
        assertEquals("1 run.created", told(subscription));
    }

    @Test
    void whoComesBackIsToldWhatItMissedAndThenWhatComes() {
        commit(KEPT);
        EventSubscription subscription = subscribe(250L);
        commit("run.created");
        assertEquals("251 … 301", ends(subscription));
        commit("run.started");
        assertEquals("302 run.started", told(subscription));
    }

    @Test
    void whatIsCommittedWhileTheHistoryIsReadIsToldOnce() {
        commit(EventSubscription.PAGE + 10);
        EventSubscription subscription = subscribe(0L);
        List<Tiding> first = subscription.poll();
        commit(3);
        assertEquals(EventSubscription.PAGE, first.size());
        assertEquals(EventSubscription.PAGE + 1 + " … " + (EventSubscription.PAGE + 13), ends(subscription));
        assertEquals("", told(subscription));
    }

    @Test
    void aLongHistoryIsNotLostToWhoeverReadsItWhileMuchIsCommitted() {
        commit(KEPT);
        EventSubscription subscription = subscribe(200L);
        subscription.poll();
        commit(EventSubscription.MOST_EVENTS / 8);
        commit(KEPT / 4);
        String rest = ends(subscription);
        assertTrue(rest.endsWith(" … " + history.last()), rest);
        assertFalse(rest.contains("lost"), rest);
    }

    @Test
    void whoWasAwayForTooLongIsToldSoAndThenWhatComes() {
        commit(KEPT + 2);
        EventSubscription subscription = subscribe(1L);
        assertEquals("lost behind 302: the events after this one are not kept any more", told(subscription));
        commit("run.created");
        assertEquals("303 run.created", told(subscription));
        assertEquals("4 … 303", ends(subscribe(3L)));
    }

    @Test
    void aNumberOfAnotherJournalIsNotTakenForOneOfThisOne() {
        commit(3);
        EventSubscription subscription = subscribe(99L);
        assertEquals("lost behind 3: this journal has not come to that event: it is another one, or was restored",
                told(subscription));
        commit("run.created");
        assertEquals("4 run.created", told(subscription));
    }

    @Test
    void anEventThatIsOnTheDiskAndNotToldYetIsNoStranger() {
        commit(3);
        Tiding.Event untold = history.append("run.created", "{}");
        EventSubscription subscription = subscribe(4L);
        tell(untold);
        commit("run.started");
        assertEquals("5 run.started", told(subscription));
    }

    @Test
    void whoDoesNotTakeItsEventsLosesThemAndIsTold() {
        EventSubscription subscription = subscribe(null);
        EventSubscription quick = subscribe(null);
        for (int i = 0; i <= EventSubscription.MOST_EVENTS; i++) {
            commit("run.updated");
            told(quick);
        }
        commit("run.completed");
        assertEquals("lost behind 1026, slow: events were lost, because they were not read fast enough",
                told(subscription));
        commit("run.created");
        assertEquals("1027 run.created", told(subscription));
        assertEquals("1026 run.completed, 1027 run.created", told(quick));
    }

    @Test
    void manyBytesAreTooManyAsWell() {
        EventSubscription subscription = subscribe(null);
        String large = "x".repeat(EventSubscription.MOST_BYTES / 4);
        for (int i = 0; i < 4; i++) {
            tell(history.append("run.updated", large));
        }
        assertTrue(told(subscription).startsWith("lost behind 4, slow"));
    }

    @Test
    void onlyWhatIsWantedIsToldAndThePlaceGoesOnAllTheSame() {
        commit("run.created", "unit.updated", "run.started");
        EventSubscription subscription = hub.subscribe(0L, kind -> kind.startsWith("unit."), woken::incrementAndGet);
        assertEquals("2 unit.updated", told(subscription));
        commit("run.completed", "unit.updated", "run.created");
        assertEquals("5 unit.updated", told(subscription));
        assertEquals(6, subscription.position());
    }

    @Test
    void aJournalThatCannotBeReadIsALossAndNotTheEnd() {
        commit(3);
        history.breakDown();
        EventSubscription subscription = subscribe(1L);
        assertEquals("lost behind 3: the journal could not be read: the disk is gone", told(subscription));
        commit("run.created");
        assertEquals("4 run.created", told(subscription));
    }

    @Test
    void whoHasLeftIsNotTold() {
        EventSubscription subscription = subscribe(null);
        assertEquals(1, hub.listeners());
        subscription.close();
        commit("run.created");
        assertEquals(0, hub.listeners());
        assertEquals(0, woken.get());
    }

    private EventSubscription subscribe(@Nullable Long after) {
        return hub.subscribe(after, _ -> true, woken::incrementAndGet);
    }

    private void commit(int events) {
        for (int i = 0; i < events; i++) {
            commit("run.updated");
        }
    }

    private void commit(String... kinds) {
        for (String kind : kinds) {
            tell(history.append(kind, "{}"));
        }
    }

    private void tell(Tiding.Event event) {
        hub.committed(List.of(new AppendEvent(event.kind(), Instant.EPOCH, event.payload())), List.of(event.seq()));
    }

    private static String told(EventSubscription subscription) {
        return subscription.poll().stream().map(EventHubTest::text).collect(Collectors.joining(", "));
    }

    private static String ends(EventSubscription subscription) {
        List<Tiding> all = new ArrayList<>();
        List<Tiding> some = subscription.poll();
        while (!some.isEmpty()) {
            all.addAll(some);
            some = subscription.poll();
        }
        return text(all.getFirst()).split(" ", -1)[0] + " … " + text(all.getLast()).split(" ", -1)[0];
    }

    private static String text(Tiding tiding) {
        return switch (tiding) {
            case Tiding.Event(long seq, String kind, String _) -> seq + " " + kind;
            case Tiding.Lost(String reason, long position, boolean slow) ->
                "lost behind " + position + (slow ? ", slow: " : ": ") + reason;
        };
    }
}
