package io.runwisp.model;

import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Makes ids that only ever grow: within one millisecond the random part is counted up, and while the clock stands back the last millisecond is kept. One
 * thread owns it.
 */
public final class UlidSequence {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final long LOW_MASK = (1L << 40) - 1;

    private final LongSupplier epochMillis;
    private final RandomGenerator random;
    private long lastMillis = -1;
    private long high;
    private long low;

    /** Ids by this clock, with random parts from this source. */
    public UlidSequence(LongSupplier epochMillis, RandomGenerator random) {
        this.epochMillis = epochMillis;
        this.random = random;
    }

    /** The next id. */
    public RunId next() {
        long now = epochMillis.getAsLong();
        if (now > lastMillis) {
            lastMillis = now;
            high = random.nextLong() & LOW_MASK;
            low = random.nextLong() & LOW_MASK;
        } else {
            countUp();
        }
        return new RunId(text());
    }

    private void countUp() {
        low = low + 1 & LOW_MASK;
        if (low == 0) {
            high = high + 1 & LOW_MASK;
            if (high == 0) {
                lastMillis++;
            }
        }
    }

    private String text() {
        char[] text = new char[RunId.LENGTH];
        write(text, 0, 10, lastMillis);
        write(text, 10, 8, high);
        write(text, 18, 8, low);
        return new String(text);
    }

    private static void write(char[] text, int from, int length, long value) {
        long rest = value;
        for (int i = from + length - 1; i >= from; i--) {
            text[i] = ALPHABET.charAt((int) (rest & 31));
            rest >>>= 5;
        }
    }
}
