package io.runwisp.output.text;

/** Reads single characters out of UTF-8, in either direction. What is not valid is no character. */
final class Utf8Points {

    private Utf8Points() {
    }

    /** The character that begins at an index, or -1. */
    static int at(byte[] bytes, int at, int to) {
        if (at >= to) {
            return -1;
        }
        int lead = bytes[at];
        if (lead >= 0) {
            return lead;
        }
        int length = lead >= (byte) 0xf0 ? 4 : lead >= (byte) 0xe0 ? 3 : lead >= (byte) 0xc0 ? 2 : 1;
        if (length == 1 || at + length > to) {
            return -1;
        }
        int point = lead & 0xff >> length + 1;
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return -1;
            }
            point = point << 6 | bytes[at + i] & 0x3f;
        }
        return point <= Character.MAX_CODE_POINT && length(point) == length ? point : -1;
    }

    /** The character that ends before an index, or -1. */
    static int before(byte[] bytes, int from, int end) {
        int start = end - 1;
        while (start > from && end - start < 4 && (bytes[start] & 0xc0) == 0x80) {
            start--;
        }
        if (start < from) {
            return -1;
        }
        int point = at(bytes, start, end);
        return point >= 0 && length(point) == end - start ? point : -1;
    }

    /** How many bytes a character takes. */
    static int length(int point) {
        return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
}
