package io.runwisp.output.terminal;

import java.util.Optional;

/** A line that is mostly no text: every byte that is not printable ASCII is written as {@code \xNN}, and so is the backslash. */
final class BinaryText {

    /** What such a line begins with. */
    static final String MARK = "[binary] ";

    private static final String DIGITS = "0123456789abcdef";

    private BinaryText() {
    }

    /** Whether more than a quarter of a line could not be read. */
    static boolean isBinary(int unreadable, int length) {
        return 4L * unreadable > length;
    }

    static void write(byte[] raw, int length, Redactor redactor, GrowingBytes target) {
        target.addAscii(MARK);
        int done = 0;
        for (Optional<Redactor.Place> place = redactor.find(raw, done, length); place.isPresent(); place = redactor
            .find(raw, done, length)) {
            escape(raw, done, place.get().from(), target);
            target.addAscii(Redactor.HIDDEN);
            done = place.get().to();
        }
        escape(raw, done, length, target);
    }

    private static void escape(byte[] raw, int from, int to, GrowingBytes target) {
        for (int i = from; i < to; i++) {
            byte b = raw[i];
            if (b >= 0x20 && b < 0x7F && b != '\\') {
                target.add(b);
            } else {
                target.add('\\');
                target.add('x');
                target.add(DIGITS.charAt(b >> 4 & 0xF));
                target.add(DIGITS.charAt(b & 0xF));
            }
        }
    }
}
