package io.runwisp.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UlidSequenceTest {

    @Test
    void idsGrowWithinAMillisecondAndWhileTheClockStandsBack() {
        AtomicLong clock = new AtomicLong(1_790_000_000_000L);
        UlidSequence ids = new UlidSequence(clock::get, new Random(7));
        RunId last = ids.next();
        Random steps = new Random(8);
        for (int i = 0; i < 100_000; i++) {
            clock.addAndGet(steps.nextInt(5) - 2);
            RunId next = ids.next();
            assertTrue(next.compareTo(last) > 0, next + " after " + last);
            last = next;
        }
    }

    @Test
    void anIdBeginsWithItsTimeAndHasTheCanonicalForm() {
        RunId id = new UlidSequence(() -> 1_469_918_176_385L, new Random(1)).next();
        assertTrue(id.text().startsWith("01ARYZ6S41"), id.text());
        assertEquals(1_469_918_176_385L, id.epochMillis());
        assertEquals(4, id.suffix().length());
    }

    @Test
    void whatIsNotAnIdIsRefused() {
        assertFalse(RunId.isValid(""));
        assertFalse(RunId.isValid("01ARYZ6S41TSV4RRFFQ69G5FA"));
        assertFalse(RunId.isValid("01ARYZ6S41TSV4RRFFQ69G5FAU"));
        assertFalse(RunId.isValid("81ARYZ6S41TSV4RRFFQ69G5FAV"));
        assertTrue(RunId.isValid("01ARYZ6S41TSV4RRFFQ69G5FAV"));
    }
}
