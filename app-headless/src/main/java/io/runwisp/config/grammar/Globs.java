package io.runwisp.config.grammar;

/**
 * The grammar of unit-name globs, case-sensitive: {@code *} any characters, {@code ?} one, {@code [a-z]} one of,
 * {@code [!a-z]} or {@code [^a-z]} none of. None of them takes a {@code /}. There are no braces and no escapes.
 */
public final class Globs {

    private Globs() {
    }

    /** Reads a glob; a good one is handed back as it is. */
    public static Reading<String> read(String glob) {
        if (glob.isEmpty()) {
            return Reading.bad(0, 1, "it is empty, write * for every name");
        }
        int at = 0;
        while (at < glob.length()) {
            char c = glob.charAt(at);
            if (c == '{' || c == '}') {
                return Reading.bad(at, 1, "braces are not supported, write one glob for each alternative");
            }
            if (c == '\\') {
                return Reading.bad(at, 1, "there are no escapes, \"\\\" is not allowed");
            }
            if (c == ']') {
                return Reading.bad(at, 1, "\"]\" has no \"[\" before it");
            }
            if (c == '[') {
                int end = classEnd(glob, at);
                if (end < 0) {
                    return Reading.bad(at, glob.length() - at, "\"[\" has no \"]\" after it");
                }
                int backwards = backwardsRange(glob, at, end);
                if (classStart(glob, at) == end) {
                    return Reading.bad(at, end + 1 - at, "there is nothing between \"[\" and \"]\"");
                }
                if (backwards >= 0) {
                    return Reading.bad(backwards, 3, "the range runs backwards");
                }
                at = end;
            }
            at++;
        }
        return Reading.good(glob);
    }

    /** Whether a good glob matches the whole name. A bad one matches nothing. */
    public static boolean matches(String glob, String name) {
        int g = 0;
        int n = 0;
        int starInGlob = -1;
        int starInName = 0;
        while (n < name.length() || g < glob.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                starInGlob = g++;
                starInName = n;
            } else if (g < glob.length() && n < name.length() && one(glob, g, name.charAt(n))) {
                g = glob.charAt(g) == '[' ? classEnd(glob, g) + 1 : g + 1;
                n++;
            } else if (starInGlob >= 0 && starInName < name.length() && name.charAt(starInName) != '/') {
                n = ++starInName;
                g = starInGlob + 1;
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean one(String glob, int g, char c) {
        return switch (glob.charAt(g)) {
            case '?' -> c != '/';
            case '[' -> c != '/' && inClass(glob, g, c);
            default -> glob.charAt(g) == c;
        };
    }

    private static boolean inClass(String glob, int open, char c) {
        int end = classEnd(glob, open);
        int at = classStart(glob, open);
        boolean negated = at > open + 1;
        boolean found = false;
        while (at < end) {
            boolean range = isRange(glob, at, end);
            found |= glob.charAt(at) <= c && c <= glob.charAt(range ? at + 2 : at);
            at += range ? 3 : 1;
        }
        return end >= 0 && found != negated;
    }

    private static int backwardsRange(String glob, int open, int end) {
        int at = classStart(glob, open);
        while (at < end) {
            boolean range = isRange(glob, at, end);
            if (range && glob.charAt(at) > glob.charAt(at + 2)) {
                return at;
            }
            at += range ? 3 : 1;
        }
        return -1;
    }

    private static boolean isRange(String glob, int at, int end) {
        return at + 2 < end && glob.charAt(at + 1) == '-';
    }

    private static int classStart(String glob, int open) {
        int first = open + 1;
        boolean negated = first < glob.length() && (glob.charAt(first) == '!' || glob.charAt(first) == '^');
        return negated ? first + 1 : first;
    }

    private static int classEnd(String glob, int open) {
        return glob.indexOf(']', open);
    }
}
