package io.runwisp.wire.unit;

import io.runwisp.wire.json.Required;
import io.runwisp.wire.json.Words;
import io.runwisp.wire.run.Run;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a unit did or did not run at a time, from what was recorded.
 *
 * @param at the time that was asked about
 * @param run the run that answers it: the one that ran, or the row that tells why none did
 * @param slot the slot that it is about
 * @param previousSlot the slot before that time
 * @param nextSlot the slot after that time
 * @param causes what held at that time, the most telling first
 */
public record Why(@Required String taskName, @Required Instant at, @Required @Words(WhyVerdict.class) String verdict,
        @Nullable Run run, @Nullable Instant slot, @Nullable Instant previousSlot, @Nullable Instant nextSlot,
        List<WhyCause> causes) {

    public Why {
        causes = List.copyOf(causes);
    }
}
