package io.runwisp.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value in a JSON text and those within it, as stretches of that text. It reads what this program has written itself, compact and well-formed, and nothing
 * else.
 *
 * @param keys of an object the names of its fields, with their quotes
 * @param items what is in an object or an array, in its order
 */
record JsonSpan(String text, int from, int to, List<String> keys, List<JsonSpan> items) {

    /** The whole of a text. */
    static JsonSpan of(String text) {
        return new Reader(text).value();
    }

    boolean isObject() {
        return text.charAt(from) == '{';
    }

    boolean isArray() {
        return text.charAt(from) == '[';
    }

    /** As it is written. */
    String written() {
        return text.substring(from, to);
    }

    int length() {
        return to - from;
    }

    boolean sameAs(JsonSpan other) {
        return length() == other.length() && text.regionMatches(from, other.text, other.from, length());
    }

    /** What an object is known by: the first text in it, mostly an id or a name; null when it does not begin with one. */
    @Nullable
    String name() {
        if (!isObject() || items.isEmpty()) {
            return null;
        }
        JsonSpan first = items.getFirst();
        return text.charAt(first.from) == '"' ? first.written() : first.name();
    }

    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        JsonSpan value() {
            int from = at;
            List<String> keys = List.of();
            List<JsonSpan> items = List.of();
            switch (text.charAt(at)) {
                case '{' -> {
                    keys = new ArrayList<>();
                    items = new ArrayList<>();
                    for (at++; text.charAt(at) != '}';) {
                        int key = at;
                        passText();
                        keys.add(text.substring(key, at));
                        at++;
                        items.add(value());
                        passComma();
                    }
                    at++;
                }
                case '[' -> {
                    items = new ArrayList<>();
                    for (at++; text.charAt(at) != ']';) {
                        items.add(value());
                        passComma();
                    }
                    at++;
                }
                case '"' -> passText();
                default -> {
                    while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
                        at++;
                    }
                }
            }
            return new JsonSpan(text, from, at, keys, items);
        }

        private void passText() {
            for (at++; text.charAt(at) != '"'; at++) {
                if (text.charAt(at) == '\\') {
                    at++;
                }
            }
            at++;
        }

        private void passComma() {
            if (text.charAt(at) == ',') {
                at++;
            }
        }
    }
}
