package io.runwisp.config.grammar;

/** The grammar of unit names: 1 to 100 of {@code A-Z a-z 0-9 . _ - :}, not dots alone. */
public final class UnitNames {

    /** How many characters a name may have. */
    public static final int MAX_LENGTH = 100;

    private UnitNames() {
    }

    /** Reads a name from which outer blanks were trimmed already. */
    public static Reading<String> read(String name) {
        if (name.isEmpty()) {
            return Reading.bad(0, 1, "the name is empty");
        }
        boolean dotsOnly = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isSafe(c) && c != '.' && c != ':') {
                String reason = Quoted.charAt(name, i) + " is not allowed, use A-Z a-z 0-9 . _ - :";
                return Reading.bad(i, Quoted.charLength(name, i), reason);
            }
            dotsOnly &= c == '.';
        }
        if (name.length() > MAX_LENGTH) {
            return Reading.bad(MAX_LENGTH, name.length() - MAX_LENGTH, "the name is longer than 100 characters");
        }
        return dotsOnly ? Reading.bad(0, name.length(), "a name cannot be dots alone") : Reading.good(name);
    }

    /** The name of the directory that holds the unit's logs; two names can share one, which the loader refuses. */
    public static String logDirectory(String name) {
        StringBuilder directory = new StringBuilder(name);
        for (int i = 0; i < name.length(); i++) {
            if (!isSafe(name.charAt(i))) {
                directory.setCharAt(i, '_');
            }
        }
        return directory.toString();
    }

    private static boolean isSafe(char c) {
        return Ascii.isLetter(c) || Ascii.isDigit(c) || c == '_' || c == '-';
    }
}
