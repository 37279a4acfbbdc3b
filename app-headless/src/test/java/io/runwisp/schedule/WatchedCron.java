package io.runwisp.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One line under the oracle's eye: decides by itself what is due, and compares the evaluator's slots one by one. */
final class WatchedCron {

    private static final int ASK_FROM_ELSEWHERE = 8;

    private final NaiveCron cron;
    private final int[] seconds;
    private final ZoneId zone;
    private final NextSlot evaluator;
    private final Random random;
    private boolean gapHasRun;
    private Instant last = Instant.MIN;
    private @Nullable Slot announced;
    private long comparisons;

    WatchedCron(String line, ZoneId zone, NextSlot evaluator, Random random) {
        this.cron = new NaiveCron(line);
        this.seconds = cron.seconds();
        this.zone = zone;
        this.evaluator = evaluator;
        this.random = random;
    }

    long comparisons() {
        return comparisons;
    }

    void begin(Instant begin) {
        last = begin.minusSeconds(1);
        announced = evaluator.next(cron.text(), last, zone);
    }

    void forgetGap() {
        gapHasRun = false;
    }

    /** Decides about one minute; {@code leftOut} is the reading that the jump left out and this minute stands for. */
    void minute(long minute, LocalDateTime wall, boolean repeated, @Nullable LocalDateTime leftOut) {
        boolean shown = cron.names(wall);
        boolean shadow = leftOut != null && cron.names(leftOut);
        if (!shown && !shadow) {
            return;
        }
        for (int second : seconds) {
            Slot.Fate fate = gapHasRun ? Slot.Fate.COLLAPSED : Slot.Fate.RUN;
            if (shown) {
                fate = repeated && !cron.wildcardHour() ? Slot.Fate.REPEATED : Slot.Fate.RUN;
            }
            gapHasRun |= shadow;
            due(new Slot(Instant.ofEpochSecond(minute * 60 + second), fate));
        }
    }

    void end(Instant end) {
        if (announced != null && announced.at().isBefore(end)) {
            throw new AssertionError(this + ": nothing is due any more, the evaluator says " + announced);
        }
    }

    private void due(Slot expected) {
        check(expected, announced, last);
        if (random.nextInt(ASK_FROM_ELSEWHERE) == 0) {
            long gap = expected.at().getEpochSecond() - last.getEpochSecond();
            Instant between = last.plusNanos(random.nextLong(gap * 1_000_000_000));
            check(expected, evaluator.next(cron.text(), between, zone), between);
        }
        last = expected.at();
        announced = evaluator.next(cron.text(), last, zone);
    }

    private void check(Slot expected, @Nullable Slot answered, Instant after) {
        comparisons++;
        if (!Objects.equals(expected, answered)) {
            throw new AssertionError(
                    this + " after " + after + ": due is " + expected + ", the evaluator says " + answered);
        }
    }

    @Override
    public String toString() {
        return "\"" + cron.text() + "\" in " + zone;
    }
}
