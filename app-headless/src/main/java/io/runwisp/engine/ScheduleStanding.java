package io.runwisp.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the schedule of a task stands.
 *
 * @param countedFrom up to where it is accounted for; for {@code @every} when its interval began; null when that is not known yet
 * @param pausedAt since when it is paused, or null
 * @param held whether the clock was set back, so that slots up to {@code countedFrom} do not fire again
 */
public record ScheduleStanding(@Nullable Instant countedFrom, @Nullable Instant pausedAt, boolean held) {
}
