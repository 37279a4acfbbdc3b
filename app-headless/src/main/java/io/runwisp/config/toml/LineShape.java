package io.runwisp.config.toml;

import java.util.List;

/**
 * What a line of TOML looks like from its text alone, whether it is valid or not.
 *
 * @param keys the parts of the dotted key at its beginning
 * @param assigned whether {@code =} follows the key
 * @param valueStart the index of the value, or of what follows the key
 * @param valueEnd the index behind the value
 * @param endsCleanly whether nothing but blanks and a comment follows the value
 * @param openUntil what ends a value that goes on in the next line; empty when it does not
 */
public record LineShape(List<String> keys, boolean assigned, int valueStart, int valueEnd, boolean endsCleanly,
        String openUntil) {

    /** The shape of a line. */
    public static LineShape of(String line) {
        int start = line.length() - line.stripLeading().length();
        KeySpan span = KeySpan.at(line, start + 1);
        List<String> keys = span.segments().stream().map(KeySpan.Segment::text).toList();
        int column = span.valueColumn(line);
        if (column == 0) {
            int after = Math.min(line.length(), Math.max(start, span.after() - 1));
            return new LineShape(keys, false, after, line.length(), false, "");
        }
        int value = Math.min(column - 1, line.length());
        int end = Math.min(line.length(), value + KeySpan.widthOfValue(line, column));
        String rest = line.substring(end).strip();
        return new LineShape(keys, true, value, end, rest.isEmpty() || rest.startsWith("#"),
                openUntil(line.substring(value)));
    }

    /** Whether a line is, or was meant as, the header of a table. */
    public static boolean isHeader(String line) {
        String text = line.strip();
        int name = text.startsWith("[[") ? 2 : 1;
        return text.startsWith("[") && text.length() > name && text.indexOf('=') < 0 && text.indexOf(',') < 0
                && (Character.isLetter(text.charAt(name)) || text.startsWith("[\"program:"));
    }

    /** Whether the value is nothing but one reference to a variable or a file, which says where a secret is and not what. */
    public boolean isReferenceIn(String line) {
        String value = line.substring(valueStart, valueEnd);
        boolean quoted = value.length() > 5 && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        String inner = quoted ? value.substring(1, value.length() - 1) : "";
        return assigned && endsCleanly && inner.startsWith("${") && inner.indexOf('}') == inner.length() - 1;
    }

    private static String openUntil(String value) {
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
