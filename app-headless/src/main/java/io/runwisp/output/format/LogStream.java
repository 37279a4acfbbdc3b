package io.runwisp.output.format;

/** Where a line comes from; in the text it is told by what the line begins with. */
public enum LogStream {
    /** The standard output of the process: its lines stand as they are. */
    STDOUT(""),
    /** The standard error output of the process. */
    STDERR("[ERR] "),
    /** The daemon itself. */
    SYSTEM("[SYSTEM] ");

    private static final int SHORTEST_STAMP = 19;
    private static final int LONGEST_STAMP = 64;

    private final String prefix;

    LogStream(String prefix) {
        this.prefix = prefix;
    }

    /** What its lines begin with. */
    public String prefix() {
        return prefix;
    }

    /** How many bytes its lines begin with. */
    public int prefixLength() {
        return prefix.length();
    }

    /** Puts the prefix into an array and says where the text goes. */
    public int putPrefix(byte[] target, int at) {
        int length = prefix.length();
        for (int i = 0; i < length; i++) {
            target[at + i] = (byte) prefix.charAt(i);
        }
        return at + length;
    }

    /**
     * A line as it was tagged.
     *
     * @param stream where it comes from; a line of the standard output that begins like another stream's reads as that one's
     * @param textFrom the index of the first byte of its text
     */
    public record Tag(LogStream stream, int textFrom) {
    }

    /** Reads the tag of the line that lies between two indexes, its line end not included. */
    public static Tag tag(byte[] line, int from, int to) {
        if (from >= to || line[from] != '[') {
            return new Tag(STDOUT, from);
        }
        if (STDERR.begins(line, from, to)) {
            return new Tag(STDERR, from + STDERR.prefixLength());
        }
        int tagged = from + stampLength(line, from, to);
        return SYSTEM.begins(line, tagged, to) ? new Tag(SYSTEM, tagged + SYSTEM.prefixLength())
                : new Tag(STDOUT, from);
    }

    /** Other writers put an instant in brackets before the tag of a system line. */
    private static int stampLength(byte[] line, int from, int to) {
        int limit = Math.min(to - 1, from + LONGEST_STAMP);
        for (int i = from; i < limit; i++) {
            if (line[i] == ']') {
                return i + 1 - from >= SHORTEST_STAMP && line[i + 1] == ' ' ? i + 2 - from : 0;
            }
        }
        return 0;
    }

    private boolean begins(byte[] line, int from, int to) {
        if (to - from < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (line[from + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
