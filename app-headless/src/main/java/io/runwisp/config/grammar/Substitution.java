package io.runwisp.config.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The replacement of references in a text: {@code ${NAME}} by a variable, {@code ${file:path}} by what a file holds,
 * <code>$${</code> by a literal <code>${</code>. One pass from left to right; what was put in is not read again.
 */
public final class Substitution {

    private static final String FILE = "file:";

    private Substitution() {
    }

    /** What became of a text. */
    public sealed interface Outcome {
    }

    /**
     * Every reference was replaced.
     *
     * @param changed whether there was anything to replace, an escaped reference included
     */
    public record Text(String value, boolean changed) implements Outcome {

        /** Leaves the value out, because it may be a secret. */
        @Override
        public String toString() {
            return changed ? "Text[changed]" : "Text[unchanged]";
        }
    }

    /** Some references, at least one, cannot be replaced. */
    public record Faults(List<Fault> faults) implements Outcome {
        public Faults {
            faults = List.copyOf(faults);
        }
    }

    /**
     * One reference that cannot be replaced.
     *
     * @param offset where it begins in the text, from 0
     * @param length how long it is, at least 1
     * @param reason what is wrong: a sentence part that names the variable or the file, never a value
     * @param remedy what to do
     */
    public record Fault(int offset, int length, String reason, String remedy) {
    }

    /** What the caller found when it was asked for a file. */
    public sealed interface FileRead {
    }

    /** The file's text, as it is. */
    public record Content(String text) implements FileRead {

        /** Leaves the text out, because it may be a secret. */
        @Override
        public String toString() {
            return "Content";
        }
    }

    /** The file has no text for us; {@code reason} follows its path in a sentence, e.g. {@code does not exist}. */
    public record Unreadable(String reason) implements FileRead {
    }

    /**
     * Replaces the references of one text.
     *
     * @param variables gives a variable's value or null; a fallback such as that of {@code HOSTNAME} is its business
     * @param files gives the content for a path exactly as it is written
     */
    public static Outcome expand(
            String text, Function<String, @Nullable String> variables, Function<String, FileRead> files) {
        int next = text.indexOf("${");
        if (next < 0) {
            return new Text(text, false);
        }
        StringBuilder expanded = new StringBuilder(text.length() + 32);
        List<Fault> faults = new ArrayList<>();
        int at = 0;
        while (next >= 0) {
            if (next > at && text.charAt(next - 1) == '$') {
                expanded.append(text, at, next - 1).append("${");
                at = next + 2;
            } else {
                expanded.append(text, at, next);
                int close = text.indexOf('}', next);
                if (close < 0) {
                    faults.add(new Fault(next, 2, "\"${\" has no closing \"}\"",
                            "close it, or write $${ for a literal ${"));
                    break;
                }
                int length = close + 1 - next;
                switch (resolve(text.substring(next + 2, close), variables, files)) {
                    case Found found -> expanded.append(found.value());
                    case NotFound not -> faults.add(new Fault(next, length, not.reason(), not.remedy()));
                }
                at = close + 1;
            }
            next = text.indexOf("${", at);
        }
        return faults.isEmpty()
                ? new Text(expanded.append(text, at, text.length()).toString(), true)
                : new Faults(faults);
    }

    private sealed interface Resolved {
    }

    private record Found(String value) implements Resolved {
    }

    private record NotFound(String reason, String remedy) implements Resolved {
    }

    private static Resolved resolve(
            String name, Function<String, @Nullable String> variables, Function<String, FileRead> files) {
        if (name.isBlank()) {
            return new NotFound("${} names no variable", "write ${NAME}, or $${ for a literal ${");
        }
        if (name.startsWith(FILE)) {
            return file(name.substring(FILE.length()), files);
        }
        String value = variables.apply(name);
        return value == null ? unset(name) : new Found(value);
    }

    private static Resolved file(String path, Function<String, FileRead> files) {
        if (path.isBlank()) {
            return new NotFound("${file:} names no file", "write ${file:path/to/file}");
        }
        return switch (files.apply(path)) {
            case Content content -> new Found(content.text().strip());
            case Unreadable unreadable -> new NotFound(
                    "the file " + path + " " + unreadable.reason(),
                    "create it, or make it readable for the user that runs the daemon");
        };
    }

    private static NotFound unset(String name) {
        Optional<String> notAName = EnvNames.faultOfKey(name);
        if (notAName.isEmpty()) {
            return new NotFound(
                    "the environment variable " + name + " is not set",
                    "set it for the daemon, or read a file with ${file:path}");
        }
        if (name.toLowerCase(Locale.ROOT).startsWith(FILE)) {
            return new NotFound("the prefix file: is written in lower case", "write ${file:path/to/file}");
        }
        String plain = leadingName(name);
        boolean shellForm = !plain.isEmpty() && ":-=?+".indexOf(name.charAt(plain.length())) >= 0;
        if (shellForm) {
            return new NotFound(
                    "a default for the environment variable " + plain + " is not supported",
                    "write ${" + plain + "} and set the variable for the daemon");
        }
        return new NotFound(
                "what stands between ${ and } is not a variable: " + notAName.get(),
                "write ${NAME}, or $${ for a literal ${");
    }

    private static String leadingName(String text) {
        int end = 0;
        while (end < text.length() && EnvNames.faultOfKey(text.substring(0, end + 1)).isEmpty()) {
            end++;
        }
        return text.substring(0, end);
    }
}
