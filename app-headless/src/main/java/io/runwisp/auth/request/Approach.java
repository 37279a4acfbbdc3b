package io.runwisp.auth.request;

import java.net.InetAddress;

/**
 * A request, before anybody knows who sent it.
 *
 * @param method the word of HTTP, in the case in which it was sent
 * @param peer the other end of the connection, be it the client or a proxy
 * @param headers what it says of itself
 */
public record Approach(String method, InetAddress peer, RequestHeaders headers) {

    private static final String BEARER = "bearer ";

    /** The one value of a header, or an empty text when there is none or more than one. */
    String single(String name) {
        var values = headers.values(name);
        return values.size() == 1 ? values.getFirst().strip() : "";
    }

    /** Whether the header was sent at all. */
    boolean has(String name) {
        return !headers.values(name).isEmpty();
    }

    /** The token in {@code Authorization: Bearer …}, or an empty text. Other schemes are those of a proxy on the way. */
    String bearer() {
        String value = single("Authorization");
        return value.regionMatches(true, 0, BEARER, 0, BEARER.length()) ? value.substring(BEARER.length()).strip() : "";
    }
}
