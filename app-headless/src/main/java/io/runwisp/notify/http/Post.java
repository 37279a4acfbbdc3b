package io.runwisp.notify.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to somebody outside of the machine.
 *
 * @param headers beside the kind of the body, which they may override
 */
public record Post(URI address, Map<String, String> headers, String contentType, String body) {

    /** A body of JSON. */
    public static final String JSON = "application/json; charset=utf-8";
    /** A body of text. */
    public static final String TEXT = "text/plain; charset=utf-8";

    /** A request. */
    public Post {
        headers = new LinkedHashMap<>(headers);
    }

    /** Leaves the address out, and everything else that may be secret. */
    @Override
    public String toString() {
        return "Post[" + body.length() + " characters]";
    }
}
