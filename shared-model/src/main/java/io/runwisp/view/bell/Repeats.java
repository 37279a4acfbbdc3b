package io.runwisp.view.bell;

import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.view.words.Times;
import io.runwisp.wire.notice.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How often something happened, and when. */
final class Repeats {

    private static final int CELLS = 8;
    private static final int TALLEST = 7;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private Repeats() {
    }

    /** Such as: {@code 12 times since 03:15, last 2 min ago}. */
    static String phrase(Notification row, Now now) {
        String last = Times.away(row.lastOccurredAt(), now);
        return row.count() <= 1
                ? last
                : Spans.count(row.count(), "time", "times") + " since " + Times.clock(row.createdAt(), now) + ", last "
                        + last;
    }

    /** What is drawn: the shortest of an hour, a day and a week that holds all of it. */
    static List<Integer> strip(Notification row, Now now) {
        if (row.count() <= 1 || row.occurrences().isEmpty()) {
            return List.of();
        }
        long window = window(Duration.between(row.createdAt(), now.at())).toMillis();
        int[] counts = new int[CELLS];
        int most = 0;
        for (Instant at : row.occurrences()) {
            long age = Math.max(0, Duration.between(at, now.at()).toMillis());
            long cell = CELLS - 1 - age * CELLS / window;
            if (cell >= 0) {
                most = Math.max(most, ++counts[(int) cell]);
            }
        }
        if (most == 0) {
            return List.of();
        }
        List<Integer> heights = new ArrayList<>(CELLS);
        for (int count : counts) {
            heights.add(Math.round((float) count * TALLEST / most));
        }
        return heights;
    }

    private static Duration window(Duration age) {
        if (age.compareTo(HOUR) <= 0) {
            return HOUR;
        }
        return age.compareTo(DAY) <= 0 ? DAY : DAY.multipliedBy(7);
    }
}
