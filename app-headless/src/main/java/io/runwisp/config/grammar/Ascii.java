package io.runwisp.config.grammar;

/**
 * ASCII letters and digits, and numbers made of them. Other scripts have digits too, which the JDK's own parsers accept
 * and this language does not.
 */
final class Ascii {

    private Ascii() {
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Where the number that begins at {@code from} ends: digits with at most one point among them, perhaps none. */
    static int endOfNumber(String text, int from) {
        int at = from;
        boolean pointSeen = false;
        while (at < text.length() && (isDigit(text.charAt(at)) || (!pointSeen && text.charAt(at) == '.'))) {
            pointSeen |= text.charAt(at) == '.';
            at++;
        }
        return at;
    }

    /** Whether the text is one or more digits and nothing else. */
    static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /**
     * The number that these digits write; no digits are 0.
     *
     * @throws ArithmeticException when it does not fit
     */
    static long exact(String digits) {
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            number = Math.addExact(Math.multiplyExact(number, 10L), digits.charAt(i) - '0');
        }
        return number;
    }

    /** The number that these digits write, or -1 when they are none, more than {@code longest}, or something else. */
    static int small(String digits, int longest) {
        return digits.length() > longest || !areDigits(digits) ? -1 : (int) exact(digits);
    }
}
