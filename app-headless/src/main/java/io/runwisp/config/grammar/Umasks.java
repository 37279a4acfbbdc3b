package io.runwisp.config.grammar;

/** The grammar of file mode masks: three or four octal digits, at most {@code 0777}. */
public final class Umasks {

    private Umasks() {
    }

    /** Reads a mask and gives its four digits. */
    public static Reading<String> read(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '7') {
                int length = Quoted.charLength(text, i);
                return Reading.bad(i, length, Quoted.charAt(text, i) + " is not an octal digit 0-7");
            }
        }
        if (text.length() < 3 || text.length() > 4) {
            return Reading.bad(0, text.length(), "it does not have three or four octal digits");
        }
        if (text.length() == 4 && text.charAt(0) != '0') {
            return Reading.bad(0, text.length(), "it is greater than 0777");
        }
        return Reading.good(text.length() == 3 ? "0" + text : text);
    }
}
