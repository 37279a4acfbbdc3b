package io.runwisp.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** A statement that is put together at run time. Values never become part of the text: they are bound. */
final class SqlText {

    /** A mapper's statement that is nothing but a text of this kind. */
    static final String WHOLE = "${text}";

    private static final int BOUND_EACH = 12;
    private static final Collector<CharSequence, ?, String> ARRAY = Collectors.joining(",", "[", "]");

    private final StringBuilder text = new StringBuilder(512);
    private final Map<String, Object> values = new HashMap<>();

    /** Adds a piece that this program wrote. */
    SqlText add(String piece) {
        text.append(piece);
        return this;
    }

    /** Adds a value. */
    SqlText bind(Object value) {
        String name = "v" + values.size();
        values.put(name, value);
        text.append("#{values.").append(name).append('}');
        return this;
    }

    /** Adds a list of values, in parentheses: each by itself when they are few, since MyBatis looks at each, and as one JSON array when they are many. */
    SqlText bindAll(Collection<?> list) {
        if (list.size() > BOUND_EACH) {
            return add("(SELECT value FROM json_each(").bind(list.stream().map(SqlText::json).collect(ARRAY)).add("))");
        }
        String separator = "(";
        for (Object value : list) {
            add(separator).bind(value);
            separator = ", ";
        }
        return add(separator.equals("(") ? "()" : ")");
    }

    /** The same between two pieces that this program wrote. */
    SqlText within(String before, String after) {
        text.insert(0, before).append(after);
        return this;
    }

    private static String json(Object value) {
        return value instanceof String word ? '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : String.valueOf(value);
    }

    /** The values by the names that the text has for them. */
    public Map<String, Object> getValues() {
        return values;
    }

    /** The text, for MyBatis, which finds the values in it by their names. */
    public String getText() {
        return text.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
