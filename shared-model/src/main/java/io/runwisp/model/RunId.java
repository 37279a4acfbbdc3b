package io.runwisp.model;

/**
 * The identity of a run: a ULID, 26 characters that sort by time.
 *
 * @param text the canonical upper-case form
 */
public record RunId(String text) implements Comparable<RunId> {

    /** How many characters it has. */
    public static final int LENGTH = 26;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SUFFIX = 4;

    public RunId {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a run id: " + text);
        }
    }

    /** Whether a text is one. */
    public static boolean isValid(String text) {
        if (text.length() != LENGTH || text.charAt(0) > '7') {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The last four characters, which people are shown and log files are named by. */
    public String suffix() {
        return text.substring(LENGTH - SUFFIX);
    }

    /** The milliseconds since the epoch that it begins with. */
    public long epochMillis() {
        long millis = 0;
        for (int i = 0; i < 10; i++) {
            millis = millis << 5 | ALPHABET.indexOf(text.charAt(i));
        }
        return millis;
    }

    @Override
    public int compareTo(RunId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
