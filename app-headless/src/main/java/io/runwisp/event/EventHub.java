package io.runwisp.event;

import io.runwisp.engine.RunJournalChange;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The one door through which events go out: those of the journal, once they are committed and in its order, and ephemeral ones, which are in no journal. It
 * waits for nobody: what a subscriber cannot take is lost to that subscriber, which is told so. Thread-safe, without a lock of its own.
 */
public final class EventHub {

    private final EventHistory history;
    private final CopyOnWriteArrayList<EventSubscription> subscriptions = new CopyOnWriteArrayList<>();
    /** Set before the subscriptions are told: whoever joins between the two skips what it is then told a second time. */
    private volatile long last;

    /**
     * A hub that nobody listens to yet.
     *
     * @param last the number of the newest event that is committed
     */
    public EventHub(EventHistory history, long last) {
        this.history = history;
        this.last = last;
    }

    /** A batch is on the disk. Called by the thread of the journal only, in the order of the commits. */
    public void committed(List<RunJournalChange> changes, List<Long> sequences) {
        int next = 0;
        for (RunJournalChange change : changes) {
            if (change instanceof RunJournalChange.AppendEvent(String kind, _, String payload)) {
                long seq = sequences.get(next++);
                last = seq;
                tell(new Tiding.Event(seq, kind, payload));
            }
        }
    }

    /** Something that is in no journal; from any thread. */
    public void announce(String kind, String payload) {
        tell(new Tiding.Event(Tiding.Event.EPHEMERAL, kind, payload));
    }

    /** The number of the newest event that was told. */
    public long last() {
        return last;
    }

    /** How many listen: if nobody does, nothing ephemeral need be made. */
    public int listeners() {
        return subscriptions.size();
    }

    /**
     * Begins to listen.
     *
     * @param after the number behind which to begin, or null to hear of what comes only
     * @param kinds which names are wanted
     * @param wake called by other threads when there may be something to take; must return at once
     */
    public EventSubscription subscribe(@Nullable Long after, Predicate<String> kinds, Runnable wake) {
        EventSubscription subscription = new EventSubscription(history, kinds, wake, subscriptions::remove);
        subscriptions.add(subscription);
        subscription.begin(last, after);
        return subscription;
    }

    private void tell(Tiding.Event event) {
        if (!subscriptions.isEmpty()) {
            int size = event.bytes();
            for (EventSubscription subscription : subscriptions) {
                subscription.offer(event, size);
            }
        }
    }
}
