package io.runwisp.schedule;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** An evaluator as the oracle sees it. */
@FunctionalInterface
interface NextSlot {

    @Nullable
    Slot next(String line, Instant after, ZoneId zone);
}
