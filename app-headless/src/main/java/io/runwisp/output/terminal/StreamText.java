package io.runwisp.output.terminal;

import java.util.List;

/**
 * One stream of a process, from bytes to lines. Plain text, which is nearly all there is, is only scanned and handed on where it lies; a line with anything
 * else in it is played out on a screen.
 */
public final class StreamText {

    /** The most bytes of a line; what is longer is handed on in parts. */
    public static final int LONGEST_LINE = 64 * 1024;

    private static final int LONGEST_CARRY = 3;

    /** Takes the lines of a stream. */
    public interface Lines {

        /**
         * A line, or a part of one.
         *
         * @param text holds it between two indexes, without a line end, until the call returns
         * @param continued whether it goes on with the line before
         */
        void line(byte[] text, int from, int to, boolean continued);
    }

    private final ScreenFeed screen;
    private final PlainText plain;
    private final byte[] carried = new byte[LONGEST_CARRY];
    private int carriedLength;

    /** A stream that begins. */
    public StreamText(Redactor redactor, Lines lines) {
        LineOutput output = new LineOutput(lines);
        screen = new ScreenFeed(redactor, output);
        plain = new PlainText(redactor, output, screen);
    }

    /** Takes bytes as they came, cut anywhere. */
    public void take(byte[] bytes, int from, int to) {
        if (carriedLength == 0) {
            feed(bytes, from, to, false);
            return;
        }
        byte[] joined = new byte[carriedLength + to - from];
        System.arraycopy(carried, 0, joined, 0, carriedLength);
        System.arraycopy(bytes, from, joined, carriedLength, to - from);
        carriedLength = 0;
        feed(joined, 0, joined.length, false);
    }

    /** No more bytes come: what is unfinished becomes a line. */
    public void end() {
        feed(carried, 0, carriedLength, true);
        carriedLength = 0;
        if (screen.isActive()) {
            screen.end();
        } else {
            plain.end();
        }
    }

    /** What is not finished yet, as it may be shown: one row of text, or what a program draws. */
    public List<String> region() {
        return screen.isActive() ? screen.snapshot() : plain.snapshot();
    }

    /** Each side takes what is its own; what neither can take yet is the beginning of something, and is kept for the next time. */
    private void feed(byte[] bytes, int from, int to, boolean last) {
        int i = from;
        while (i < to) {
            boolean drawn = screen.isActive();
            i = drawn ? screen.feed(bytes, i, to, last) : plain.feed(bytes, i, to, last);
            if (i < to && drawn == screen.isActive()) {
                carriedLength = to - i;
                System.arraycopy(bytes, i, carried, 0, carriedLength);
                return;
            }
        }
    }
}
