package io.runwisp.config.language;

import io.runwisp.config.grammar.NearestName;
import io.runwisp.config.problem.SourceFile;
import java.util.Set;

/**
 * The lines of a file as they may be shown: what stands behind the name of a secret, or in a table of secrets, is left out. Works on the text, so that it
 * holds for files that are not valid TOML; in doubt it hides too much.
 */
public final class SecretText {

    /** What stands in the place of a secret. */
    public static final String HIDDEN = "[hidden]";

    private static final Set<String> KNOWN = Language.names();

    private final String[] shown;
    private final boolean[] secret;

    private SecretText(SourceFile file) {
        shown = new String[file.lines().size()];
        secret = new boolean[file.lines().size()];
        boolean inTable = false;
        Set<String> names = Language.secretNames("");
        String openValue = "";
        for (int i = 0; i < shown.length; i++) {
            String line = file.lines().get(i);
            String text = line.strip();
            if (!openValue.isEmpty()) {
                hide(i, line, line.length() - line.stripLeading().length());
                openValue = text.contains(openValue) ? "" : openValue;
                continue;
            }
            shown[i] = line;
            if (text.startsWith("[") && !text.startsWith("[\"") && text.indexOf('=') < 0) {
                inTable = isSecretHeader(text);
                names = Language.secretNames(rootOf(text));
                continue;
            }
            int at = inTable && !text.isEmpty() && !text.startsWith("#") ? startOfValue(line, 0)
                    : secretValue(line, names);
            if (at >= 0) {
                hide(i, line, at);
                openValue = opened(line.substring(at).strip());
            }
        }
    }

    /** Looks through a file. */
    public static SecretText in(SourceFile file) {
        return new SecretText(file);
    }

    /** A line as it may be shown; columns before a secret stay what they are. */
    public String shown(int line) {
        return line >= 1 && line <= shown.length ? shown[line - 1] : "";
    }

    /** Whether something of a line is hidden. */
    public boolean isSecret(int line) {
        return line >= 1 && line <= secret.length && secret[line - 1];
    }

    private void hide(int index, String line, int from) {
        shown[index] = line.substring(0, Math.min(from, line.length())) + HIDDEN;
        secret[index] = true;
    }

    private static String rootOf(String header) {
        int from = header.startsWith("[[") ? 2 : 1;
        int to = from;
        while (to < header.length() && isNamePart(header.charAt(to))) {
            to++;
        }
        return header.substring(from, to);
    }

    private static boolean isSecretHeader(String header) {
        for (String part : header.replace("[", "").replace("]", "").split("\\.", -1)) {
            if (part.strip().equals("secrets")) {
                return true;
            }
        }
        return false;
    }

    /** The column of the value of the first secret name that is followed by {@code =} or {@code :}, or -1. */
    private static int secretValue(String line, Set<String> names) {
        int first = misspelt(line, names);
        for (String name : names) {
            for (int at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
                int end = at + name.length();
                if (at > 0 && isNamePart(line.charAt(at - 1)) || end < line.length() && isNamePart(line.charAt(end))) {
                    continue;
                }
                int value = startOfValue(line, end);
                if (value >= 0 && (first < 0 || value < first)) {
                    first = value;
                }
            }
        }
        return first;
    }

    /** The column of the value of a line whose key is unknown and looks like that of a secret, or -1. */
    private static int misspelt(String line, Set<String> names) {
        int from = line.length() - line.stripLeading().length();
        int to = from;
        while (to < line.length() && isNamePart(line.charAt(to))) {
            to++;
        }
        String key = line.substring(from, to);
        boolean unknown = !key.isEmpty() && !KNOWN.contains(key);
        return unknown && NearestName.in(names, key).isPresent() ? startOfValue(line, to) : -1;
    }

    private static boolean isNamePart(char c) {
        return c == '_' || c == '-' || Character.isLetterOrDigit(c);
    }

    /** The index behind the next {@code =} or {@code :} and its blanks, or -1. */
    private static int startOfValue(String line, int from) {
        int equals = line.indexOf('=', from);
        int colon = line.indexOf(':', from);
        int at = equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
        if (at < 0) {
            return from == 0 && !line.isBlank() ? line.length() - line.stripLeading().length() : -1;
        }
        int value = at + 1;
        while (value < line.length() && (line.charAt(value) == ' ' || line.charAt(value) == '\t')) {
            value++;
        }
        return value;
    }

    /** What a value that goes on in the next line ends with, or nothing. */
    private static String opened(String value) {
        for (String quotes : new String[]{"\"\"\"", "'''"}) {
            if (value.startsWith(quotes) && value.indexOf(quotes, 3) < 0) {
                return quotes;
            }
        }
        boolean brackets = value.startsWith("[") && count(value, '[') > count(value, ']');
        boolean braces = value.startsWith("{") && count(value, '{') > count(value, '}');
        return brackets ? "]" : braces ? "}" : "";
    }

    private static long count(String text, char c) {
        return text.chars().filter(one -> one == c).count();
    }
}
