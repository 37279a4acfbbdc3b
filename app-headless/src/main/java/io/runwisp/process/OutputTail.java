package io.runwisp.process;

import java.nio.charset.StandardCharsets;

/** The last bytes of what somebody prints. Taken by one thread, read by another. */
final class OutputTail {

    private final byte[] ring;
    private long taken;

    OutputTail(int most) {
        ring = new byte[most];
    }

    synchronized void take(byte[] chunk, int count) {
        int from = Math.max(0, count - ring.length);
        for (int i = from; i < count; i++) {
            ring[(int) ((taken + i) % ring.length)] = chunk[i];
        }
        taken += count;
    }

    /** As text, without a character of which only a part is left at the beginning. */
    synchronized String text() {
        int length = (int) Math.min(taken, ring.length);
        byte[] last = new byte[length];
        for (int i = 0; i < length; i++) {
            last[i] = ring[(int) ((taken - length + i) % ring.length)];
        }
        int start = 0;
        if (taken > length) {
            while (start < Math.min(3, length) && (last[start] & 0xc0) == 0x80) {
                start++;
            }
        }
        return new String(last, start, length - start, StandardCharsets.UTF_8);
    }
}
