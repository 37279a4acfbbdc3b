package io.runwisp.config;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The variables that a configuration gives to a process.
 *
 * @param plain what may be shown
 * @param secret what is shown nowhere; wins over a plain variable of the same name
 */
public record Environment(SortedMap<String, String> plain, SortedMap<String, String> secret) {

    /** No variables. */
    public static final Environment NONE = new Environment(new TreeMap<>(), new TreeMap<>());

    public Environment {
        plain = Collections.unmodifiableSortedMap(new TreeMap<>(plain));
        secret = Collections.unmodifiableSortedMap(new TreeMap<>(secret));
    }

    /** Whether there is no variable. */
    public boolean isEmpty() {
        return plain.isEmpty() && secret.isEmpty();
    }

    /** These variables under others. */
    public Environment under(Environment upper) {
        SortedMap<String, String> allPlain = new TreeMap<>(plain);
        allPlain.putAll(upper.plain);
        SortedMap<String, String> allSecret = new TreeMap<>(secret);
        allSecret.putAll(upper.secret);
        return new Environment(allPlain, allSecret);
    }

    /** Shows names only. */
    @Override
    public String toString() {
        return "Environment[plain=" + plain.keySet() + ", secret=" + secret.keySet() + "]";
    }
}
