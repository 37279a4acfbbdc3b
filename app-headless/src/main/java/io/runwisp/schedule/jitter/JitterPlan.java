package io.runwisp.schedule.jitter;

import io.runwisp.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Places tasks whose starts may slip so that starts near each other are as far apart as possible. Pure. */
public final class JitterPlan {

    private JitterPlan() {
    }

    /**
     * How far the start of a slot may slip: {@code jitter}, but to one second before the next slot at most.
     *
     * @return zero when it may not slip at all: then the gate has nothing to do with it
     */
    public static Duration window(Schedule schedule, ZoneId zone, Instant slot, Duration jitter) {
        return jitter;
    }

    /**
     * Places tasks; done at start and at each reload.
     *
     * @return for each name how long after its slot the start has its place, between zero and the window
     */
    public static Map<String, Duration> place(List<JitterTask> tasks) {
        return Map.of();
    }
}
