package io.runwisp.wire.unit;

import io.runwisp.wire.json.OneOf;
import io.runwisp.wire.json.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that held at that time and explains what happened.
 *
 * @param from since when it held
 * @param until until when it held; absent while it holds
 * @param detail more about it
 */
public record WhyCause(@Required @OneOf({
        "daemon_up", "daemon_down", "paused", "configuration", "clock_step", "journal_stalled",
        "unit_present"}) String kind, @Required Instant from, @Nullable Instant until, @Nullable String detail) {
}
