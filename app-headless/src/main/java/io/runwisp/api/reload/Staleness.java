package io.runwisp.api.reload;

import io.runwisp.time.MonotonicClock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Remembers for a moment whether something differs, and tells of each change once. */
final class Staleness {

    private final MonotonicClock clock;
    private final Duration moment;
    private final Consumer<Boolean> changed;
    private long looked;
    private boolean fresh;
    private boolean stale;

    Staleness(MonotonicClock clock, Duration moment, Consumer<Boolean> changed) {
        this.clock = clock;
        this.moment = moment;
        this.changed = changed;
    }

    boolean look(BooleanSupplier differs) {
        boolean told;
        synchronized (this) {
            if (fresh && clock.nanos() - looked < moment.toNanos()) {
                return stale;
            }
        }
        boolean now = differs.getAsBoolean();
        synchronized (this) {
            told = now != stale;
            remember(now);
        }
        if (told) {
            changed.accept(now);
        }
        return now;
    }

    /** It is known without a look. */
    void settle(boolean now) {
        boolean told;
        synchronized (this) {
            told = now != stale;
            remember(now);
        }
        if (told) {
            changed.accept(now);
        }
    }

    private void remember(boolean now) {
        looked = clock.nanos();
        fresh = true;
        stale = now;
    }
}
