package io.runwisp.cli.terminal;

import java.util.Locale;

/**
 * Text from a file or an argument, made safe and honest for a terminal: control characters, marks that turn the writing
 * direction and invisible characters are drawn as signs, so that no file can steer the terminal or hide what it says.
 */
public final class VisibleText {

    private static final int DELETE = 0x7F;
    private static final int CONTROL_PICTURES = 0x2400;

    private VisibleText() {
    }

    /** The text with every character that cannot be seen replaced by a sign; the same object when there is none. */
    public static String of(String text, Glyphs glyphs) {
        int first = 0;
        while (first < text.length() && text.charAt(first) >= ' ' && text.charAt(first) < DELETE) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            visible.append(of(text.codePointAt(i), glyphs));
        }
        return visible.toString();
    }

    /** One character, or the sign that stands for it. */
    public static String of(int codePoint, Glyphs glyphs) {
        if (codePoint < ' ' || codePoint == DELETE) {
            return control(codePoint, glyphs);
        }
        return isHidden(codePoint) ? "<U+" + hexadecimal(codePoint) + ">" : Character.toString(codePoint);
    }

    private static String control(int codePoint, Glyphs glyphs) {
        if (glyphs == Glyphs.UNICODE) {
            return Character.toString(codePoint == DELETE ? CONTROL_PICTURES + 0x21 : CONTROL_PICTURES + codePoint);
        }
        // The way of cat -v: ESC is ^[ and DEL is ^?.
        return "^" + (char) (codePoint ^ 0x40);
    }

    /** What is there but not drawn. The joiner of emoji and the choice of their form stay: they belong to a picture. */
    private static boolean isHidden(int codePoint) {
        if (codePoint < DELETE || codePoint == 0x200D || codePoint == 0xAD) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT -> codePoint < 0xE0000;
            default -> false;
        };
    }

    private static String hexadecimal(int codePoint) {
        String digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
