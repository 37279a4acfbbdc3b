package io.runwisp.client.http;

import org.jspecify.annotations.Nullable;

/** The query of an address in the making; what has no value is left out. */
final class Query {

    private final StringBuilder text;
    private char joint = '?';

    Query(String path) {
        text = new StringBuilder(path);
    }

    Query with(String name, @Nullable Object value) {
        if (value != null) {
            text.append(joint).append(name).append('=').append(Ask.encoded(value.toString()));
            joint = '&';
        }
        return this;
    }

    /** Adds it only when it is true, which is never what a daemon takes for granted. */
    Query with(String name, boolean value) {
        return with(name, value ? "true" : null);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
