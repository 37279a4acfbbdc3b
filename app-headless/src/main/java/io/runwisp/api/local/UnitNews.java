package io.runwisp.api.local;

import io.runwisp.wire.event.EventName;
import io.runwisp.wire.event.UnitEvent;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Tells those who listen which units look different. What changes within a short while is told once, so that a unit that changes a hundred times in it is one
 * event, and costs nothing when nobody listens. Hears from the thread of the engine, which does not wait.
 */
public final class UnitNews implements Consumer<Set<String>> {

    /** What a person takes for at once. */
    static final Duration TOGETHER = Duration.ofMillis(100);

    private final BooleanSupplier heard;
    private final BiConsumer<Duration, Runnable> timer;
    private final BiConsumer<EventName, Record> announce;
    private final Set<String> changed = new TreeSet<>();

    /**
     * News for whoever listens.
     *
     * @param heard whether anybody does
     * @param timer calls once after a while, from another thread
     * @param announce tells them
     */
    public UnitNews(BooleanSupplier heard, BiConsumer<Duration, Runnable> timer,
            BiConsumer<EventName, Record> announce) {
        this.heard = heard;
        this.timer = timer;
        this.announce = announce;
    }

    @Override
    public void accept(Set<String> units) {
        if (!heard.getAsBoolean()) {
            return;
        }
        boolean first;
        synchronized (changed) {
            first = changed.isEmpty();
            changed.addAll(units);
        }
        if (first) {
            timer.accept(TOGETHER, this::tell);
        }
    }

    private void tell() {
        Set<String> units;
        synchronized (changed) {
            units = Set.copyOf(changed);
            changed.clear();
        }
        units.forEach(unit -> announce.accept(EventName.UNIT_UPDATED, new UnitEvent(unit, "it has changed", null)));
    }
}
