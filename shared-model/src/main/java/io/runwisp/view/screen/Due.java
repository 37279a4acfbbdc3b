package io.runwisp.view.screen;

import io.runwisp.view.words.Now;
import io.runwisp.view.words.Times;
import io.runwisp.wire.unit.Firing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A slot that lies ahead.
 *
 * @param clock when, by the clock of whoever looks
 * @param away when, from now
 * @param latest how late it may start, when starts of the unit may slip; else null
 * @param held why it will not start as things stand; null when it will
 */
public record Due(String unit, Instant at, String clock, String away, @Nullable Instant latest, @Nullable String held) {

    /** The view of a slot. */
    static Due of(Firing firing, Now now) {
        return new Due(firing.taskName(), firing.at(), Times.slot(firing.at(), now), Times.away(firing.at(), now),
                firing.latestStartAt(), firing.held());
    }
}
