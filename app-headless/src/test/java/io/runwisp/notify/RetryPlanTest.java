package io.runwisp.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.notify.channel.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a delivery is tried again. */
class RetryPlanTest {

    private static final RetryPlan FIVE_MINUTES = new RetryPlan(Duration.ofMinutes(5));

    /** The seconds of all waits, when every attempt takes no time and fails. */
    private static List<Long> waits(RetryPlan plan, Delivery each) {
        List<Long> waits = new ArrayList<>();
        Duration spent = Duration.ZERO;
        while (plan.after(each, waits.size() + 1, spent) instanceof RetryPlan.Wait(Duration length)) {
            waits.add(length.toSeconds());
            spent = spent.plus(length);
        }
        return waits;
    }

    @Test
    void waitsDoubleUpToAMinuteUntilTheBudgetIsSpent() {
        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L),
                waits(FIVE_MINUTES, new Delivery.Failed("it answered 500")));
    }

    @Test
    void whatAProviderAsksForReplacesTheWaitUpToAMinute() {
        assertEquals(List.of(30L, 30L, 30L, 30L, 30L, 30L, 30L, 30L, 30L),
                waits(FIVE_MINUTES, new Delivery.Failed("slow down", Optional.of(Duration.ofSeconds(30)))));
        assertEquals(List.of(60L, 60L, 60L, 60L),
                waits(FIVE_MINUTES, new Delivery.Failed("slow down", Optional.of(Duration.ofHours(1)))));
    }

    @Test
    void whatIsRefusedIsGivenUpAtOnce() {
        assertEquals(new RetryPlan.GiveUp("no such channel"),
                FIVE_MINUTES.after(new Delivery.Refused("no such channel"), 1, Duration.ZERO));
    }

    @Test
    void withoutABudgetThereIsOneAttempt() {
        assertEquals(new RetryPlan.GiveUp("it answered 500 (tried once)"),
                new RetryPlan(Duration.ZERO).after(new Delivery.Failed("it answered 500"), 1, Duration.ZERO));
    }

    @Test
    void noAttemptTakesLongerThanWhatIsLeftOfTheBudget() {
        assertEquals(Duration.ofSeconds(30), FIVE_MINUTES.limit(Duration.ZERO));
        assertEquals(Duration.ofSeconds(7), FIVE_MINUTES.limit(Duration.ofSeconds(293)));
        assertTrue(new RetryPlan(Duration.ZERO).limit(Duration.ZERO).toMillis() > 0, "the first attempt has time");
    }
}
