package io.runwisp.output.terminal;

/**
 * Colours and weights of a cell in one number: nine flags (bold to struck out), the text's colour and the background's. A colour is its kind (none, of the
 * palette, free) and its value. So a style has one way to be written, however a program came to it.
 */
final class Style {

    /** Nothing set. */
    static final long PLAIN = 0;

    private static final int FLAGS = 9;
    private static final int COLOUR_BITS = 26;
    private static final long COLOUR_MASK = (1L << COLOUR_BITS) - 1;
    private static final int TEXT = FLAGS;
    private static final int BACKGROUND = FLAGS + COLOUR_BITS;
    private static final long PALETTE = 1L << 24;
    private static final long FREE = 2L << 24;

    private Style() {
    }

    /** The style after an SGR sequence. */
    static long after(long style, EscapeParser sequence) {
        long changed = style;
        int count = Math.max(1, sequence.count());
        for (int i = 0; i < count; i++) {
            int code = sequence.parameter(i, 0);
            if (sequence.isSub(i)) {
                // What belongs to the code before, such as the curl of an underline.
                changed = code == 0 && sequence.parameter(i - 1, 0) == 4 ? changed & ~flag(4) : changed;
            } else if (code == 38 || code == 48 || code == 58) {
                int used = colourLength(sequence, i);
                changed = code == 58 ? changed : colour(changed, code == 38 ? TEXT : BACKGROUND, sequence, i, used);
                i += used;
            } else {
                changed = after(changed, code);
            }
        }
        return changed;
    }

    private static long after(long style, int code) {
        return switch (code) {
            case 0 -> PLAIN;
            case 1, 2, 3, 4, 5, 6, 7, 8, 9 -> style | flag(code);
            case 21 -> style | flag(4);
            case 22 -> style & ~flag(1) & ~flag(2);
            case 23, 24, 27, 28, 29 -> style & ~flag(code - 20);
            case 25 -> style & ~flag(5) & ~flag(6);
            case 30, 31, 32, 33, 34, 35, 36, 37 -> with(style, TEXT, PALETTE | code - 30);
            case 39 -> with(style, TEXT, 0);
            case 40, 41, 42, 43, 44, 45, 46, 47 -> with(style, BACKGROUND, PALETTE | code - 40);
            case 49 -> with(style, BACKGROUND, 0);
            case 90, 91, 92, 93, 94, 95, 96, 97 -> with(style, TEXT, PALETTE | code - 82);
            case 100, 101, 102, 103, 104, 105, 106, 107 -> with(style, BACKGROUND, PALETTE | code - 92);
            default -> style;
        };
    }

    /** How many parameters after an extended colour's code belong to it. */
    private static int colourLength(EscapeParser sequence, int at) {
        int subs = 0;
        while (sequence.isSub(at + 1 + subs)) {
            subs++;
        }
        if (subs > 0) {
            return subs;
        }
        return switch (sequence.parameter(at + 1, 0)) {
            case 5 -> 2;
            case 2 -> 4;
            default -> 1;
        };
    }

    private static long colour(long style, int place, EscapeParser sequence, int at, int used) {
        int kind = sequence.parameter(at + 1, 0);
        if (kind == 5) {
            return with(style, place, PALETTE | sequence.parameter(at + 2, 0) & 0xFF);
        }
        if (kind != 2 || used < 4) {
            return style;
        }
        // With colons a colour space may stand before the three parts: they are the last ones where there are five.
        int red = at + (used == 5 ? 3 : 2);
        long value = (sequence.parameter(red, 0) & 0xFFL) << 16 | (sequence.parameter(red + 1, 0) & 0xFF) << 8
                | sequence.parameter(red + 2, 0) & 0xFF;
        return with(style, place, FREE | value);
    }

    private static long flag(int code) {
        return 1L << code - 1;
    }

    private static long with(long style, int place, long colour) {
        return style & ~(COLOUR_MASK << place) | colour << place;
    }

    /** Writes the shortest sequence that leads from one style to another. */
    static void write(long before, long style, GrowingBytes target) {
        target.add(0x1B);
        target.add('[');
        int codes = 0;
        if (before != PLAIN) {
            codes = code(0, codes, target);
        }
        for (int flag = 1; flag <= FLAGS; flag++) {
            if ((style & flag(flag)) != 0) {
                codes = code(flag, codes, target);
            }
        }
        codes = colour(style >>> TEXT & COLOUR_MASK, 30, codes, target);
        colour(style >>> BACKGROUND & COLOUR_MASK, 40, codes, target);
        target.add('m');
    }

    private static int colour(long colour, int base, int codes, GrowingBytes target) {
        int value = (int) (colour & 0xFFFFFF);
        if (colour == 0) {
            return codes;
        }
        if ((colour & FREE) != 0) {
            int written = code(2, code(base + 8, codes, target), target);
            written = code(value >> 16, written, target);
            written = code(value >> 8 & 0xFF, written, target);
            return code(value & 0xFF, written, target);
        }
        if (value < 8) {
            return code(base + value, codes, target);
        }
        if (value < 16) {
            return code(base + 52 + value, codes, target);
        }
        return code(value, code(5, code(base + 8, codes, target), target), target);
    }

    private static int code(int code, int before, GrowingBytes target) {
        if (before > 0) {
            target.add(';');
        }
        target.addNumber(code);
        return before + 1;
    }
}
