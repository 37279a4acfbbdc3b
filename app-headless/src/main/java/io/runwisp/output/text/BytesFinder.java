package io.runwisp.output.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Finds bytes as they are, or with ASCII letters of either case. Places are asked, thirty-two at a time, for the two rarest bytes of the
 * text; only where both may stand the whole is compared.
 */
final class BytesFinder implements TextFinder {

    /** What logs consist of, most frequent first. What is not here is rarer. */
    private static final String FREQUENT = " e0t1a2o3i4n5s6r7-8:9.ldcu/=mpfghbTvEwIyRASONk_DCL,\"PF[]()MxBUGHjVKWYqzJXQZ";
    private static final int FIRST_LEAD_BYTE = 0xc0;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int WORD_BYTES = Long.BYTES;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long CASE_BITS = 0x20 * ONES;

    private final byte[] text;
    private final boolean folding;
    private final int rarest;
    private final int rare;

    BytesFinder(String text, boolean folding) {
        this.folding = folding;
        this.text = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < this.text.length; i++) {
            this.text[i] = folded(this.text[i]);
        }
        this.rarest = rarest(-1);
        this.rare = this.text.length == 1 ? 0 : rarest(rarest);
    }

    @Override
    public int find(byte[] bytes, int from, int to) {
        // Everything the loop needs is local: the compiler of the image does not keep fields in registers.
        int one = rarest;
        int two = rare;
        long onePattern = pattern(one);
        long twoPattern = pattern(two);
        long oneCase = caseBits(one);
        long twoCase = caseBits(two);
        int end = to - text.length + 1;
        int last = Math.min(end, to - Math.max(one, two)) - 4 * WORD_BYTES;
        int at = from;
        for (; at <= last; at += 4 * WORD_BYTES) {
            long a = ((long) WORD.get(bytes, at + one) | oneCase) ^ onePattern
                    | ((long) WORD.get(bytes, at + two) | twoCase) ^ twoPattern;
            long b = ((long) WORD.get(bytes, at + one + 8) | oneCase) ^ onePattern
                    | ((long) WORD.get(bytes, at + two + 8) | twoCase) ^ twoPattern;
            long c = ((long) WORD.get(bytes, at + one + 16) | oneCase) ^ onePattern
                    | ((long) WORD.get(bytes, at + two + 16) | twoCase) ^ twoPattern;
            long d = ((long) WORD.get(bytes, at + one + 24) | oneCase) ^ onePattern
                    | ((long) WORD.get(bytes, at + two + 24) | twoCase) ^ twoPattern;
            if (((a - ONES & ~a | b - ONES & ~b | c - ONES & ~c | d - ONES & ~d) & HIGH_BITS) != 0) {
                int place = firstOf(bytes, at, a, b, c, d);
                if (place >= 0) {
                    return place;
                }
            }
        }
        for (; at < end; at++) {
            if (stands(bytes, at)) {
                return at;
            }
        }
        return -1;
    }

    private int firstOf(byte[] bytes, int at, long a, long b, long c, long d) {
        int place = inWord(bytes, at, a);
        place = place < 0 ? inWord(bytes, at + WORD_BYTES, b) : place;
        place = place < 0 ? inWord(bytes, at + 2 * WORD_BYTES, c) : place;
        return place < 0 ? inWord(bytes, at + 3 * WORD_BYTES, d) : place;
    }

    /** A borrow may add a wrong place, never lose a right one: what remains is compared anyway. */
    private int inWord(byte[] bytes, int at, long difference) {
        for (long places = difference - ONES & ~difference & HIGH_BITS; places != 0; places &= places - 1) {
            int place = at + (Long.numberOfTrailingZeros(places) >>> 3);
            if (stands(bytes, place)) {
                return place;
            }
        }
        return -1;
    }

    private boolean stands(byte[] bytes, int at) {
        for (int i = 0; i < text.length; i++) {
            if (folded(bytes[at + i]) != text[i]) {
                return false;
            }
        }
        return true;
    }

    private byte folded(byte b) {
        return folding && b >= 'A' && b <= 'Z' ? (byte) (b + 0x20) : b;
    }

    private long pattern(int index) {
        return (text[index] & 0xffL) * ONES;
    }

    private long caseBits(int index) {
        return folding && text[index] >= 'a' && text[index] <= 'z' ? CASE_BITS : 0;
    }

    private int rarest(int except) {
        int best = -1;
        for (int i = 0; i < text.length; i++) {
            if (i != except && (best < 0 || frequency(text[i]) < frequency(text[best]))) {
                best = i;
            }
        }
        return best;
    }

    private static int frequency(byte b) {
        if ((b & 0xff) >= FIRST_LEAD_BYTE) {
            return FREQUENT.length();
        }
        int rank = FREQUENT.indexOf(b);
        return rank < 0 ? 0 : FREQUENT.length() - rank;
    }
}
