package io.runwisp.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A history in memory that keeps the newest events only, numbered from 1. */
final class FakeEventHistory implements EventHistory {

    private final int kept;
    private final List<Tiding.Event> events = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    FakeEventHistory(int kept) {
        this.kept = kept;
    }

    Tiding.Event append(String kind, String payload) {
        Tiding.Event event = new Tiding.Event(events.size() + 1L, kind, payload);
        events.add(event);
        return event;
    }

    void breakDown() {
        broken = true;
    }

    @Override
    public List<Tiding.Event> after(long seq, int limit) {
        if (broken) {
            throw new IllegalStateException("the disk is gone");
        }
        List<Tiding.Event> all = List.copyOf(events);
        int from = (int) Math.max(Math.min(seq, all.size()), all.size() - kept);
        return all.subList(from, Math.min(all.size(), from + limit));
    }

    @Override
    public long last() {
        return events.size();
    }
}
