package io.runwisp.schedule.jitter;

import io.runwisp.schedule.Schedule;
import io.runwisp.schedule.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places tasks whose starts may slip so that starts near each other are as far apart as possible. Pure.
 *
 * <p>Tasks whose windows overlap, as times of day, form a chain. Within a chain each start follows the one before by one
 * and the same gap, or stands at its slot when that is later, and the gap is the largest that keeps every start within
 * its window.
 */
public final class JitterPlan {

    private static final Duration BEFORE_NEXT_SLOT = Duration.ofSeconds(1);
    private static final long DAY = Duration.ofDays(1).toMillis();

    private JitterPlan() {
    }

    /**
     * How far the start of a slot may slip: {@code jitter}, but to one second before the next slot at most.
     *
     * @return zero when it may not slip at all: then the gate has nothing to do with it
     */
    public static Duration window(Schedule schedule, ZoneId zone, Instant slot, Duration jitter) {
        Slot next = schedule.next(slot, zone);
        if (next == null) {
            return jitter;
        }
        Duration most = Duration.between(slot, next.at()).minus(BEFORE_NEXT_SLOT);
        Duration window = most.compareTo(jitter) < 0 ? most : jitter;
        return window.isNegative() ? Duration.ZERO : window;
    }

    /**
     * Places tasks; done at start and at each reload.
     *
     * @return for each name how long after its slot the start has its place, between zero and the window; nothing for
     *     a task without a window
     */
    public static Map<String, Duration> place(List<JitterTask> tasks) {
        // A start that may not slip passes by the gate, so it must not narrow the gap between the others.
        List<Window> windows = tasks.stream()
            .filter(task -> task.window().isPositive())
            .map(Window::of)
            .sorted(Window.ORDER)
            .toList();
        Map<String, Duration> offsets = new HashMap<>();
        List<Window> chain = new ArrayList<>();
        long end = Long.MIN_VALUE;
        for (Window window : windows) {
            if (window.phase() > end) {
                place(chain, offsets);
                chain.clear();
            }
            chain.add(window);
            end = Math.max(end, window.end());
        }
        place(chain, offsets);
        return offsets;
    }

    private static void place(List<Window> chain, Map<String, Duration> offsets) {
        long gap = largestGap(chain);
        long earliest = Long.MIN_VALUE;
        for (Window window : chain) {
            long place = Math.max(window.phase(), earliest);
            offsets.put(window.name(), Duration.ofMillis(place - window.phase()));
            earliest = place + gap;
        }
    }

    private static long largestGap(List<Window> chain) {
        long fits = 0;
        long tooLarge = 2 * DAY + 1;
        while (tooLarge - fits > 1) {
            long middle = (fits + tooLarge) >>> 1;
            if (fits(chain, middle)) {
                fits = middle;
            } else {
                tooLarge = middle;
            }
        }
        return fits;
    }

    private static boolean fits(List<Window> chain, long gap) {
        long earliest = Long.MIN_VALUE;
        for (Window window : chain) {
            long place = Math.max(window.phase(), earliest);
            if (place > window.end()) {
                return false;
            }
            earliest = place + gap;
        }
        return true;
    }

    /** A window as a stretch of the day, in milliseconds. */
    private record Window(String name, long phase, long length) {

        static final Comparator<Window> ORDER = Comparator.comparingLong(Window::phase)
            .thenComparingLong(Window::length)
            .thenComparing(Window::name);

        static Window of(JitterTask task) {
            return new Window(
                    task.name(), Math.floorMod(task.nextSlot().toEpochMilli(), DAY), task.window().toMillis());
        }

        long end() {
            return phase + length;
        }
    }
}
