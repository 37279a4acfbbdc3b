package io.runwisp.config.toml;

import io.runwisp.config.problem.Place;
import io.runwisp.config.problem.Problem;
import io.runwisp.config.problem.Problem.Severity;
import io.runwisp.config.problem.SourceFile;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Turns a parser's complaint into what a colleague would say: the line is looked at again for the usual slips. */
final class SyntaxAdvice {

    private static final String NOT_SHOWN = "this line is not valid TOML; it is not shown, because its key or value may be "
            + "secret";
    private static final String OPENED_AT = "opened at line ";
    private static final String PREVIOUSLY = " previously defined at line ";
    private static final String SMART_QUOTES = "\u201c\u201d\u2018\u2019\u201e\u00ab\u00bb";

    private final SourceFile file;
    private final IntUnaryOperator visible;

    SyntaxAdvice(SourceFile file, IntUnaryOperator visible) {
        this.file = file;
        this.visible = visible;
    }

    /** Whether the parser complains of a name that stands twice. */
    static boolean isAboutTwice(String parserMessage) {
        return parserMessage.contains(PREVIOUSLY);
    }

    /** The problem to report for a parser message at a position. */
    Problem on(int line, int column, String parserMessage) {
        Problem unclosed = unclosed(line, column, parserMessage);
        if (unclosed != null) {
            return unclosed;
        }
        String text = file.line(line);
        Problem invisible = invisible(line, text);
        if (invisible != null) {
            return invisible;
        }
        int start = text.length() - text.stripLeading().length();
        KeySpan key = KeySpan.at(text, start + 1);
        if (parserMessage.contains(PREVIOUSLY)) {
            return twice(line, column, parserMessage);
        }
        if (isSecret(line) && (text.startsWith("[", start) || key.valueColumn(text) == 0
                || visible.applyAsInt(line) < key.after() - 1)) {
            return problem(line, column, 1, NOT_SHOWN, "a line such as key = \"…\"", "check its quotes and brackets");
        }
        if (text.startsWith("[", start)) {
            return header(line, column, text.strip(), parserMessage);
        }
        String name = key.segments().isEmpty() ? "" : key.segments().getLast().text();
        int valueColumn = key.valueColumn(text);
        if (valueColumn == 0) {
            return withoutEquals(line, column, text, key, name, parserMessage);
        }
        return value(line, column, text, name, valueColumn, parserMessage);
    }

    private @Nullable Problem unclosed(int line, int column, String parserMessage) {
        int opened = parserMessage.indexOf(OPENED_AT);
        if (opened >= 0) {
            int[] at = twoNumbers(parserMessage.substring(opened));
            return problem(at[0], at[1], 1, "the bracket opened here is never closed", "",
                    "add the closing bracket before the next key");
        }
        boolean atEnd = parserMessage.startsWith("Unexpected end of input") && parserMessage.contains("expected \"\"\"")
                || parserMessage.startsWith("Unexpected end of input") && parserMessage.contains("expected '''");
        if (!atEnd) {
            return null;
        }
        String quotes = parserMessage.contains("'''") ? "'''" : "\"\"\"";
        for (int at = Math.min(line, file.lines().size()); at >= 1; at--) {
            int found = file.line(at).lastIndexOf(quotes);
            if (found >= 0) {
                return problem(at, found + 1, 3, "the text that begins with " + quotes + " here is never closed", "",
                        "put " + quotes + " behind its last line");
            }
        }
        return problem(line, column, 1, "a multi-line text is never closed", "", "close it with " + quotes);
    }

    /** A character that nobody sees, as it comes along with a text from a web page. */
    private @Nullable Problem invisible(int line, String text) {
        for (int i = 0; i < text.length(); i++) {
            int type = Character.getType(text.charAt(i));
            boolean odd = text.charAt(i) > 127 && (type == Character.SPACE_SEPARATOR || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR);
            if (odd) {
                return problem(line, i + 1, 1,
                        String.format("an invisible character stands here, U+%04X", (int) text.charAt(i)), "",
                        "delete it, or type the line anew");
            }
        }
        return null;
    }

    private Problem twice(int line, int column, String parserMessage) {
        int at = parserMessage.indexOf(PREVIOUSLY);
        int firstLine = twoNumbers(parserMessage.substring(at))[0];
        String name = parserMessage.substring(0, at);
        KeySpan span = KeySpan.at(file.line(line), column);
        int width = span.segments().isEmpty()
                ? 1
                : span.segments().getLast().column() + span.segments().getLast().width() - column;
        if (span.header()) {
            return problem(line, column, width + 1, "the table [" + name + "] stands twice, first on line " + firstLine,
                    "each table once", "join the two, or give one of them another name");
        }
        return problem(line, column, width, "the key \"" + name + "\" stands twice, first on line " + firstLine,
                "each key once in its table", "delete one of the two");
    }

    private Problem header(int line, int column, String text, String parserMessage) {
        String inner = text.replace("[", "").replace("]", "").strip();
        boolean list = text.startsWith("[[");
        String close = list ? "]]" : "]";
        if (!text.contains(close)) {
            return problem(line, column, 1, "this table header is not closed", "",
                    "write " + (list ? "[[" : "[") + inner + close);
        }
        if (inner.startsWith("program:")) {
            return problem(line, column, 1, "a supervisord section is a service here", "",
                    "write [services." + inner.substring("program:".length()) + "]");
        }
        if (inner.indexOf(' ') > 0) {
            String dotted = inner.replace(" ", ".");
            return problem(line, column, 1, "a table header is one name without blanks", "",
                    "write [" + dotted + "], or put a part with blanks in quotes");
        }
        if (inner.isEmpty() || inner.startsWith(".") || inner.endsWith(".")) {
            return problem(line, column, 1, "a part of this table name is missing", "a name such as [tasks.backup]",
                    "");
        }
        return problem(line, column, 1, sentence(line, parserMessage), "a header such as [tasks.backup]",
                "put other characters than letters, digits, _ and - in quotes: [tasks.\"db:export\"]");
    }

    private Problem withoutEquals(int line, int column, String text, KeySpan key, String name, String parserMessage) {
        int at = key.after() - 1;
        if (name.isEmpty()) {
            return problem(line, column, 1, sentence(line, parserMessage), "a line such as run = \"backup.sh\"",
                    "begin a comment with #");
        }
        if (at < text.length() && text.charAt(at) == ':') {
            return problem(line, at + 1, 1, "TOML writes = between key and value, not a colon", "",
                    "write " + name + " = " + sample(line, text.substring(at + 1).strip()));
        }
        return problem(line, Math.min(column, text.length() + 1), 1,
                "= and a value are missing after \"" + name + "\"",
                "a line such as " + name + " = \"…\"",
                "a line that goes on from the one above needs a text in \"\"\" quotes");
    }

    private Problem value(int line, int column, String text, String name, int valueColumn, String parserMessage) {
        String value = text.substring(Math.min(valueColumn - 1, text.length())).strip();
        int width = KeySpan.widthOfValue(text, valueColumn);
        if (value.isEmpty() || value.startsWith("#")) {
            return problem(line, Math.max(1, valueColumn - 1), 1, "\"" + name + "\" has no value", "",
                    "write a value behind the =, or delete the line");
        }
        char first = value.charAt(0);
        if (SMART_QUOTES.indexOf(first) >= 0) {
            return problem(line, valueColumn, 1, "these are typographic quotes", "straight quotes: \" or '",
                    "write " + name + " = \"…\" with the plain quote key");
        }
        if (first == '"' || first == '\'') {
            return quoted(line, column, text, name, valueColumn, width, first, parserMessage);
        }
        String word = bare(value).toLowerCase(java.util.Locale.ROOT);
        if (word.equals("true") || word.equals("yes") || word.equals("on")) {
            return problem(line, valueColumn, bare(value).length(), "this value is written true, in small letters",
                    "true or false",
                    "write " + name + " = true");
        }
        if (word.equals("false") || word.equals("no") || word.equals("off")) {
            return problem(line, valueColumn, bare(value).length(), "this value is written false, in small letters",
                    "true or false", "write " + name + " = false");
        }
        if (parserMessage.startsWith("Leading zeros")) {
            return problem(line, valueColumn, width, "a number has no leading zeros", "",
                    "write it without them, or in quotes if it is a text such as a umask");
        }
        if (first == '[' || first == '{') {
            return problem(line, column, 1, sentence(line, parserMessage), "",
                    first == '[' ? "separate the items with commas, each text in quotes"
                            : "write { key = \"value\", other = \"value\" } on one line");
        }
        return problem(line, valueColumn, Math.max(1, withoutComment(value).length()),
                "the value of \"" + name + "\" needs quotes", "",
                "write " + name + " = " + sample(line, value));
    }

    private Problem quoted(int line, int column, String text, String name, int valueColumn, int width, char first,
            String parserMessage) {
        if (parserMessage.startsWith("Invalid escape")) {
            String escape = isSecret(line) ? "this" : text.substring(column - 1, Math.min(column + 1, text.length()));
            return problem(line, column, 2, escape + " is no escape that TOML knows", "",
                    "write the text in single quotes, where a backslash is a backslash, or double it");
        }
        if (parserMessage.contains("end of line") || parserMessage.contains("end of input")) {
            return problem(line, valueColumn, Math.max(1, text.length() - valueColumn + 1),
                    "the text of \"" + name + "\" is not closed", "",
                    "put the closing quote at its end, or use \"\"\" for several lines");
        }
        if (column >= valueColumn + width) {
            return problem(line, column, 1, "something follows the value of \"" + name + "\"",
                    "one key and one value on a line",
                    first == '\'' ? "a text with an apostrophe stands in double quotes"
                            : "put the rest on a line of its own; a quote inside the text needs a backslash before it");
        }
        return problem(line, column, 1, sentence(line, parserMessage), "", "");
    }

    private Problem problem(int line, int column, int length, String message, String expected, String remedy) {
        Place place = new Place(file, line, Math.max(1, column), Math.max(1, length));
        return new Problem(Severity.ERROR, place, "", message, expected, remedy);
    }

    /** The parser's own words, unless they could quote a secret. */
    private String sentence(int line, String parserMessage) {
        if (isSecret(line)) {
            return NOT_SHOWN;
        }
        return "this is not valid TOML: " + Character.toLowerCase(parserMessage.charAt(0)) + parserMessage.substring(1);
    }

    private String sample(int line, String value) {
        if (isSecret(line)) {
            return "\"…\"";
        }
        boolean already = value.startsWith("\"") || value.startsWith("'") || value.startsWith("[")
                || value.equals("true") || value.equals("false")
                || !value.isEmpty() && value.chars().allMatch(Character::isDigit);
        String shown = withoutComment(value);
        if (already) {
            return shown;
        }
        return shown.indexOf('"') >= 0 || shown.indexOf('\\') >= 0 ? "'" + shown + "'" : "\"" + shown + "\"";
    }

    private static String withoutComment(String value) {
        int comment = value.indexOf(" #");
        return comment > 0 ? value.substring(0, comment).strip() : value;
    }

    private boolean isSecret(int line) {
        return visible.applyAsInt(line) != Integer.MAX_VALUE;
    }

    private static String bare(String value) {
        int end = 0;
        while (end < value.length() && Character.isLetterOrDigit(value.charAt(end))) {
            end++;
        }
        return value.substring(0, end);
    }

    private static int[] twoNumbers(String text) {
        int[] numbers = {1, 1};
        int found = 0;
        for (int i = 0; i < text.length() && found < 2; i++) {
            if (Character.isDigit(text.charAt(i))) {
                int end = i;
                while (end < text.length() && Character.isDigit(text.charAt(end))) {
                    end++;
                }
                numbers[found++] = Integer.parseInt(text.substring(i, end));
                i = end;
            }
        }
        return numbers;
    }
}
