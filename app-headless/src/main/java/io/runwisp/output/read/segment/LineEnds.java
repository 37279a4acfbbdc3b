package io.runwisp.output.read.segment;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Counts and finds the ends of lines, eight bytes at a time. */
public final class LineEnds {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte LF = '\n';
    private static final long EIGHT_ENDS = 0x0a0a0a0a0a0a0a0aL;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

    private LineEnds() {
    }

    /** How many there are between two indexes. Most words of a text have none, so four at a time are only asked whether they might. */
    public static int count(byte[] bytes, int from, int to) {
        int count = 0;
        int at = from;
        for (int last = to - 4 * Long.BYTES; at <= last; at += 4 * Long.BYTES) {
            long a = (long) WORD.get(bytes, at) ^ EIGHT_ENDS;
            long b = (long) WORD.get(bytes, at + Long.BYTES) ^ EIGHT_ENDS;
            long c = (long) WORD.get(bytes, at + 2 * Long.BYTES) ^ EIGHT_ENDS;
            long d = (long) WORD.get(bytes, at + 3 * Long.BYTES) ^ EIGHT_ENDS;
            if (((a - ONES & ~a | b - ONES & ~b | c - ONES & ~c | d - ONES & ~d) & HIGH_BITS) != 0) {
                count += Long.bitCount(zeros(a)) + Long.bitCount(zeros(b)) + Long.bitCount(zeros(c))
                        + Long.bitCount(zeros(d));
            }
        }
        for (; at < to; at++) {
            count += bytes[at] == LF ? 1 : 0;
        }
        return count;
    }

    /** The index of the first, or {@code to}. */
    public static int first(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long ends = zeros((long) WORD.get(bytes, at) ^ EIGHT_ENDS);
            if (ends != 0) {
                return at + (Long.numberOfTrailingZeros(ends) >>> 3);
            }
        }
        while (at < to && bytes[at] != LF) {
            at++;
        }
        return at;
    }

    /** The index of the last, or {@code from - 1}. */
    public static int last(byte[] bytes, int from, int to) {
        int at = to - 1;
        while (at >= from && bytes[at] != LF) {
            at--;
        }
        return at;
    }

    /** The index behind the n-th, which must be there. */
    static int behind(byte[] bytes, int from, int to, long n) {
        int at = from;
        long left = n;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            int here = Long.bitCount(zeros((long) WORD.get(bytes, at) ^ EIGHT_ENDS));
            if (here >= left) {
                break;
            }
            left -= here;
        }
        for (; left > 0; at++) {
            left -= bytes[at] == LF ? 1 : 0;
        }
        return at;
    }

    /** One bit for each byte of the word that is 0. No carry leaves its byte, so every bit is right, not only the lowest. */
    private static long zeros(long word) {
        return ~((word & LOW_BITS) + LOW_BITS | word | LOW_BITS);
    }
}
