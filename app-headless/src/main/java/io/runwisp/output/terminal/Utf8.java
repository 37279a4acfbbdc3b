package io.runwisp.output.terminal;

/** Tells whole characters from broken ones in bytes that claim to be UTF-8. */
final class Utf8 {

    /** What stands for bytes that cannot be read. */
    static final int REPLACEMENT = 0xFFFD;

    private Utf8() {
    }

    /**
     * Looks at the character that begins with a byte of 0x80 or more.
     *
     * @return its length; 0 when the bytes end before it does; the negative number of bytes that together are no character
     */
    static int length(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0xC2 || lead > 0xF4) {
            return -1;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        int available = Math.min(length, to - at);
        for (int i = 1; i < available; i++) {
            int next = bytes[at + i] & 0xFF;
            int low = i == 1 ? lowestSecond(lead) : 0x80;
            int high = i == 1 ? highestSecond(lead) : 0xBF;
            if (next < low || next > high) {
                return -i;
            }
        }
        return available < length ? 0 : length;
    }

    /** The character of a length that {@link #length} has found. */
    static int point(byte[] bytes, int at, int length) {
        int first = bytes[at] & 0xFF;
        return switch (length) {
            case 1 -> first;
            case 2 -> (first & 0x1F) << 6 | bytes[at + 1] & 0x3F;
            case 3 -> (first & 0x0F) << 12 | (bytes[at + 1] & 0x3F) << 6 | bytes[at + 2] & 0x3F;
            default -> (first & 0x07) << 18 | (bytes[at + 1] & 0x3F) << 12 | (bytes[at + 2] & 0x3F) << 6
                    | bytes[at + 3] & 0x3F;
        };
    }

    /** The last place at or before an index where no character is cut in two. */
    static int boundary(byte[] bytes, int from, int at) {
        int cut = at;
        while (cut > from && (bytes[cut] & 0xC0) == 0x80) {
            cut--;
        }
        return cut;
    }

    private static int lowestSecond(int lead) {
        return lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    }

    private static int highestSecond(int lead) {
        return lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    }
}
