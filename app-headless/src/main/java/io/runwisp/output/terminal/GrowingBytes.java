package io.runwisp.output.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes in a row that grow as needed and give back what a rare long line took. */
final class GrowingBytes {

    private static final int SMALL = 512;
    private static final int LARGE = 8 * 1024;
    private static final byte[] NONE = new byte[0];

    private byte[] bytes = NONE;
    private int length;

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    boolean isEmpty() {
        return length == 0;
    }

    void clear() {
        length = 0;
        if (bytes.length > LARGE) {
            bytes = NONE;
        }
    }

    void add(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    void add(byte[] source, int from, int to) {
        room(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
    }

    void addAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
    }

    void addNumber(int number) {
        if (number >= 10) {
            addNumber(number / 10);
        }
        add('0' + number % 10);
    }

    void addPoint(int point) {
        if (point < 0x80) {
            add(point);
        } else if (point < 0x800) {
            add(0xC0 | point >> 6);
            add(0x80 | point & 0x3F);
        } else if (point < 0x10000) {
            add(0xE0 | point >> 12);
            add(0x80 | point >> 6 & 0x3F);
            add(0x80 | point & 0x3F);
        } else {
            add(0xF0 | point >> 18);
            add(0x80 | point >> 12 & 0x3F);
            add(0x80 | point >> 6 & 0x3F);
            add(0x80 | point & 0x3F);
        }
    }

    /** Adds characters; negative ones stand for none. */
    void addPoints(int[] points, int from, int to) {
        room(to - from);
        int at = length;
        int i = from;
        while (i < to && points[i] >= 0 && points[i] < 0x80) {
            bytes[at++] = (byte) points[i++];
        }
        length = at;
        while (i < to) {
            if (points[i] >= 0) {
                addPoint(points[i]);
            }
            i++;
        }
    }

    /** Leaves out what stands before an index. */
    void removeFirst(int count) {
        System.arraycopy(bytes, count, bytes, 0, length - count);
        length -= count;
    }

    String text() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.max(length + more, SMALL), 2 * bytes.length));
        }
    }
}
