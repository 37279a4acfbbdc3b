package io.runwisp.config.grammar;

import java.util.Locale;

/** Somebody's text made fit for a message: quoted, cut to a readable length, without control characters. */
final class Quoted {

    private static final int LONGEST = 24;

    private Quoted() {
    }

    /** Quotes a whole text. */
    static String of(String text) {
        if (text.codePointCount(0, text.length()) == 1 && !isPlain(text.codePointAt(0))) {
            return codePoint(text.codePointAt(0));
        }
        StringBuilder quoted = new StringBuilder("\"");
        int shown = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (shown++ == LONGEST) {
                quoted.append('…');
                break;
            }
            int c = text.codePointAt(i);
            if (isPlain(c) || c == ' ') {
                quoted.appendCodePoint(c);
            } else {
                quoted.append('<').append(codePoint(c)).append('>');
            }
        }
        return quoted.append('"').toString();
    }

    /** Quotes the one character that begins at {@code offset}. */
    static String charAt(String text, int offset) {
        return of(text.substring(offset, offset + charLength(text, offset)));
    }

    /** How many UTF-16 units the character at {@code offset} takes. */
    static int charLength(String text, int offset) {
        return Character.charCount(text.codePointAt(offset));
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR ->
                false;
            default -> true;
        };
    }

    private static String codePoint(int c) {
        return c == ' ' ? "a blank" : String.format(Locale.ROOT, "U+%04X", c);
    }
}
