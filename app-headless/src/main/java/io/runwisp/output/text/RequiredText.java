package io.runwisp.output.text;

import java.util.Optional;

/**
 * A text that stands in every match of an expression: finding it first is many times faster than asking the expression about each line. Only what is certain
 * counts: literal characters outside of groups, classes and alternatives. Anything unusual means that there is none.
 */
public final class RequiredText {

    private static final String META = "\\.[](){}*+?|^$";
    private static final int SHORTEST = 2;
    /** What an expression sees where bytes are no text. */
    private static final char REPLACEMENT = '\ufffd';

    private final String expression;
    private final boolean caseSensitive;
    private String best = "";
    private int at;

    private RequiredText(String expression, boolean caseSensitive) {
        this.expression = expression;
        this.caseSensitive = caseSensitive;
    }

    /** The longest such text, when there is one that is worth it. */
    public static Optional<String> of(String expression, boolean caseSensitive) {
        RequiredText search = new RequiredText(expression, caseSensitive);
        boolean sequence = search.readSequence();
        return sequence && search.best.length() >= SHORTEST ? Optional.of(search.best) : Optional.empty();
    }

    /** Whether the expression is a plain sequence, not one of several alternatives and without flags. */
    private boolean readSequence() {
        StringBuilder run = new StringBuilder();
        while (at < expression.length()) {
            int literal = literal();
            if (literal >= 0 && !isOptionalNext()) {
                run.append((char) literal);
            } else {
                keep(run);
                if (literal < 0 && !skip()) {
                    return false;
                }
            }
            if (isRepeatedNext()) {
                keep(run);
                skipRepeat();
            }
        }
        keep(run);
        return true;
    }

    /** The next character if it stands for itself alone, and steps over it; otherwise -1. */
    private int literal() {
        char c = expression.charAt(at);
        if (c == '\\' && at + 1 < expression.length() && isPlainEscape(expression.charAt(at + 1))) {
            at += 2;
            return expression.charAt(at - 1);
        }
        if (META.indexOf(c) >= 0 || !isSafe(c)) {
            return -1;
        }
        at++;
        return c;
    }

    /** In any case, characters that fold beyond ASCII (k and s do) or lie beyond it are left to the expression. */
    private boolean isSafe(char c) {
        return caseSensitive ? !Character.isSurrogate(c) && c != REPLACEMENT : c < 0x80 && "ksKS".indexOf(c) < 0;
    }

    private static boolean isPlainEscape(char c) {
        return c < 0x80 && !Character.isLetterOrDigit(c);
    }

    /** Steps over what is no literal; false when nothing can be said any more. */
    private boolean skip() {
        return switch (expression.charAt(at)) {
            case '.', '^', '$' -> advance(1);
            case '\\' ->
                at + 1 < expression.length() && "dDwWsSbB".indexOf(expression.charAt(at + 1)) >= 0 && advance(2);
            case '[' -> skipClass();
            case '(', ')', '|', '*', '+', '?', '{' -> false;
            default -> advance(1);
        };
    }

    private boolean skipClass() {
        int end = expression.indexOf(']', at + 2);
        boolean simple = end > 0 && expression.indexOf('[', at + 1) < 0
                || end > 0 && expression.indexOf('[', at + 1) > end;
        simple = simple && expression.substring(at, end).indexOf('\\') < 0 && expression.charAt(at + 1) != '^';
        return simple && advance(end + 1 - at);
    }

    private boolean advance(int by) {
        at += by;
        return true;
    }

    private boolean isOptionalNext() {
        return at < expression.length() && "*?{".indexOf(expression.charAt(at)) >= 0;
    }

    private boolean isRepeatedNext() {
        return at < expression.length() && "*?{+".indexOf(expression.charAt(at)) >= 0;
    }

    private void skipRepeat() {
        if (expression.charAt(at) == '{') {
            int end = expression.indexOf('}', at);
            at = end < 0 ? expression.length() : end + 1;
        } else {
            at++;
        }
        if (at < expression.length() && expression.charAt(at) == '?') {
            at++;
        }
    }

    private void keep(StringBuilder run) {
        best = run.length() > best.length() ? run.toString() : best;
        run.setLength(0);
    }
}
