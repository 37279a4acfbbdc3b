package io.runwisp.store;

/** The bands of {@code length_band}, in which durations are counted: nine to a power of ten, each with one first digit. */
final class LengthBand {

    /** The last band has no end. */
    private static final long LAST = 10_000_000;

    private LengthBand() {
    }

    /** What {@code length_band} is for a duration: its first digit, and zeros. */
    static long of(long length) {
        long bounded = Math.clamp(length, 0, LAST);
        long width = widthOf(bounded);
        return bounded / width * width;
    }

    /** The least duration of a band, and {@code greatest} its greatest: its own first digit, and nines. */
    static long least(long band) {
        return band == 0 ? Long.MIN_VALUE : band;
    }

    static long greatest(long band) {
        return band >= LAST ? Long.MAX_VALUE : band + widthOf(band) - 1;
    }

    /** Its number: ten to a power of ten, of which the first is only there for the durations below ten. */
    static int numberOf(long band) {
        int number = 0;
        long digit = band;
        while (digit >= 10) {
            digit /= 10;
            number += 10;
        }
        return number + (int) digit;
    }

    /** The band of this number. */
    static long ofNumber(int number) {
        long band = number % 10;
        for (int power = number / 10; power > 0; power--) {
            band *= 10;
        }
        return band;
    }

    private static long widthOf(long length) {
        long width = 1;
        while (length >= width * 10) {
            width *= 10;
        }
        return width;
    }
}
