package io.runwisp.cli.terminal;

/**
 * How many columns a text takes on a terminal, by the rules of {@code wcwidth}: East Asian wide characters and emoji
 * take two, marks that sit on the character before them take none.
 */
public final class Columns {

    /** First and last of each range of wide characters, ascending; emoji are asked from the JDK. */
    private static final int[] WIDE = {0x1100, 0x115F, 0x2329, 0x232A, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF,
            0x4E00, 0xA4CF, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01,
            0xFF60,
            0xFFE0, 0xFFE6, 0x16FE0, 0x18DFF, 0x1AFF0, 0x1B2FB, 0x1F200, 0x1F265, 0x20000, 0x2FFFD, 0x30000, 0x3FFFD};
    private static final int FIRST_UNUSUAL = 0x300;

    private Columns() {
    }

    /** The columns of one character; control characters count as one, they are made visible before they are shown. */
    public static int of(int codePoint) {
        if (codePoint < FIRST_UNUSUAL) {
            return 1;
        }
        if (isMark(codePoint)) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    /** The columns of a text. */
    public static int of(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            columns += of(text.codePointAt(i));
        }
        return columns;
    }

    /** The text itself if it fits, else its beginning with the ellipsis; never wider than the limit. */
    public static String cut(String text, int limit, String ellipsis) {
        if (of(text) <= limit) {
            return text;
        }
        int room = limit - of(ellipsis);
        int end = 0;
        int columns = 0;
        while (end < text.length() && columns + of(text.codePointAt(end)) <= room) {
            columns += of(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return room < 0 ? "" : text.substring(0, end).stripTrailing() + ellipsis;
    }

    /** The text with blanks after it, at least as wide as asked. */
    public static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    private static boolean isMark(int codePoint) {
        // The vowels and finals of a Hangul syllable are drawn into the block of its first letter.
        if (codePoint >= 0x1160 && codePoint <= 0x11FF) {
            return true;
        }
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }

    private static boolean isWide(int codePoint) {
        for (int i = 0; i < WIDE.length && WIDE[i] <= codePoint; i += 2) {
            if (codePoint <= WIDE[i + 1]) {
                return true;
            }
        }
        // The letters of flags count one each: a flag is made of two.
        boolean flagLetter = codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
        return Character.isEmojiPresentation(codePoint) && !flagLetter;
    }
}
