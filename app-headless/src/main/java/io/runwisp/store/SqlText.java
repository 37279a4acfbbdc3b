package io.runwisp.store;

import java.util.HashMap;
import java.util.Map;

/** A statement that is put together at run time. Values never become part of the text: they are bound. */
final class SqlText {

    /** A mapper's statement that is nothing but a text of this kind. */
    static final String WHOLE = "${text}";

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

    /** Adds a list of values, in parentheses. */
    SqlText bindAll(Iterable<?> list) {
        String separator = "(";
        for (Object value : list) {
            add(separator).bind(value);
            separator = ", ";
        }
        return add(separator.equals("(") ? "()" : ")");
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
