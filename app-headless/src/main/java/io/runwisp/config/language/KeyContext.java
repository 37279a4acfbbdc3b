package io.runwisp.config.language;

import io.runwisp.config.grammar.Substitution;
import io.runwisp.config.problem.Place;
import io.runwisp.config.problem.Problems;
import io.runwisp.config.problem.SourceFile;
import io.runwisp.config.toml.Node;
import org.jspecify.annotations.Nullable;

/**
 * Where a value is being read: for messages, and for what the text may refer to.
 *
 * @param subject whom it concerns, e.g. {@code task "backup"}
 * @param path the dotted key, e.g. {@code tasks.backup.timeout}
 * @param key the declaration, or null outside any key
 */
public record KeyContext(Problems problems, Expansion expansion, SourceFile file, String subject, String path,
        @Nullable Key<?> key) {

    /** What follows a verdict about a value that the file does not show. */
    static final String AFTER_SUBSTITUTION = " after substitution (the value is not shown, it may be secret)";

    /** A text after substitution. */
    public record Expanded(String value, boolean changed, Node.Text node) {

        /** The place of a part of it; the whole where substitution has moved things. */
        public Place part(int offset, int length) {
            return changed ? node.place() : node.part(offset, length);
        }
    }

    /** The same place in another table. */
    public KeyContext of(String otherSubject, String otherPath) {
        return new KeyContext(problems, expansion, file, otherSubject, otherPath, null);
    }

    /** The same place, one key further down. */
    public KeyContext at(Key<?> next, String writtenAs) {
        return new KeyContext(problems, expansion, file, subject, dotted(path, writtenAs), next);
    }

    /** The same place, one step into the value: {@code [2]} or a free key. */
    public KeyContext inside(String step) {
        return new KeyContext(problems, expansion, file, subject,
                step.startsWith("[") ? path + step : dotted(path, step),
                key);
    }

    /** The text of a string node after substitution; null when that was reported as impossible. */
    public @Nullable Expanded text(Node node, ValueType<?> type) {
        if (!(node instanceof Node.Text text)) {
            wrongType(node, type, "");
            return null;
        }
        if (key != null && key.isSecret() && !text.value().contains("${")) {
            problems.disguise(text.value().strip(), "(secret)");
        }
        if (key != null && key.isLiteral() || text.value().indexOf('$') < 0) {
            return new Expanded(text.value(), false, text);
        }
        return switch (expansion.expand(file, text.value())) {
            case Substitution.Text outcome -> new Expanded(outcome.value(), outcome.changed(), text);
            case Substitution.Faults faults -> {
                for (Substitution.Fault fault : faults.faults()) {
                    reject(text.part(fault.offset(), fault.length()), name() + ": " + fault.reason(), "",
                            fault.remedy());
                }
                yield null;
            }
        };
    }

    /** Reports a value of the wrong TOML type. */
    public void wrongType(Node node, ValueType<?> type, String remedy) {
        String expected = type.form().isEmpty() || type.described().startsWith(type.form())
                ? type.described()
                : type.form() + ": " + type.described();
        boolean scalar = !(node instanceof Node.Items || node instanceof Node.Table);
        boolean unquoted = scalar && !(node instanceof Node.Text) && type.form().equals("a string") && remedy.isEmpty();
        reject(node.place(), name() + (scalar ? " " + shown(node) : "") + " is " + node.kind(), expected,
                unquoted ? "put it in quotes" : remedy);
    }

    /** Reports a problem with the value at a place. */
    public void reject(Place place, String message, String expected, String remedy) {
        problems.error(place, path, subject.isEmpty() ? message : subject + ": " + message, expected, remedy);
    }

    /** Reports that something is missing at a place. */
    public void absent(Place place, String message, String expected, String remedy) {
        problems.absence(place, path, subject.isEmpty() ? message : subject + ": " + message, expected, remedy);
    }

    /** The value as it may be shown: as written in the file, never what a substitution put there, never a secret. */
    public String shown(Node node) {
        if (key != null && key.isSecret()) {
            return "(secret)";
        }
        return switch (node) {
            case Node.Text text -> "\"" + cut(text.value()) + "\"";
            case Node.Whole whole -> String.valueOf(whole.value());
            case Node.Fraction fraction -> String.valueOf(fraction.value());
            case Node.Truth truth -> String.valueOf(truth.value());
            case Node.Moment moment -> String.valueOf(moment.value());
            case Node.Items _ -> "[…]";
            case Node.Table _ -> "{…}";
        };
    }

    /** The last part of the dotted key. */
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String cut(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > 60 ? line.substring(0, 59) + "…" : line.length() < text.length() ? line + "…" : line;
    }

    private static String dotted(String path, String step) {
        String quoted = step.chars().allMatch(c -> c == '_' || c == '-' || Character.isLetterOrDigit(c))
                ? step
                : "\"" + step + "\"";
        return path.isEmpty() ? quoted : path + "." + quoted;
    }
}
