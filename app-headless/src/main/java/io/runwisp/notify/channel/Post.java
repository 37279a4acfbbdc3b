package io.runwisp.notify.channel;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request of a provider.
 *
 * @param headers beside the kind of the body, which they may override
 */
record Post(URI address, Map<String, String> headers, String contentType, String body) {

    static final String JSON = "application/json; charset=utf-8";
    static final String TEXT = "text/plain; charset=utf-8";

    Post {
        headers = new LinkedHashMap<>(headers);
    }

    static Post json(URI address, Map<String, String> headers, Json.Fields body) {
        return new Post(address, headers, JSON, Json.of(body));
    }

    /** Leaves the address out, and everything else that may be secret. */
    @Override
    public String toString() {
        return "Post[" + body.length() + " characters]";
    }
}
