package io.runwisp.client;

/** Holds values against the limits of the document. */
final class Bounds {

    private Bounds() {
    }

    static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + " and not within " + least + " to " + most);
        }
    }

    static void length(String name, String text, int least, int most) {
        within("the length of " + name, text.codePointCount(0, text.length()), least, most);
    }
}
