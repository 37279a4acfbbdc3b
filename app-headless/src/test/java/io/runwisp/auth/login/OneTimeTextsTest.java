package io.runwisp.auth.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.time.VirtualMonotonicClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneTimeTextsTest {

    /** Readings may begin anywhere and run over. */
    private final VirtualMonotonicClock clock = new VirtualMonotonicClock(Long.MAX_VALUE - 1_000);
    private int made;
    private final OneTimeTexts texts = new OneTimeTexts(() -> "text " + made++, clock, Duration.ofMinutes(5), 1_000);

    @Test
    void eachIsGoodOnce() {
        String text = texts.issue();
        assertTrue(texts.redeem(text));
        assertFalse(texts.redeem(text));
        assertFalse(texts.redeem(text));
    }

    @Test
    void itIsGoodUntilItsTimeIsOver() {
        String early = texts.issue();
        String late = texts.issue();
        clock.advance(Duration.ofMinutes(5).minusNanos(1));
        assertTrue(texts.redeem(early));
        clock.advance(Duration.ofNanos(1));
        assertFalse(texts.redeem(late));
    }

    @Test
    void whatWasNeverHandedOutIsNotGood() {
        texts.issue();
        assertFalse(texts.redeem(""));
        assertFalse(texts.redeem("text 1"));
        assertFalse(texts.redeem("x".repeat(10_000_000)));
    }

    @Test
    void beyondTheBoundTheOldestIsForgotten() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 1_001; i++) {
            all.add(texts.issue());
        }
        assertFalse(texts.redeem(all.getFirst()));
        assertTrue(texts.redeem(all.get(1)));
        assertTrue(texts.redeem(all.getLast()));
        for (int i = 0; i < 10_000; i++) {
            texts.issue();
        }
        assertEquals(1_000, texts.size());
    }
}
