package io.runwisp.auth.request;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a page comes from: scheme, host and port.
 *
 * @param tls whether the scheme is https
 * @param port the written one, or that of the scheme
 */
record WebOrigin(boolean tls, String host, int port) {

    private static final String HTTP = "http://";
    private static final String HTTPS = "https://";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** Reads what a browser sends as {@code Origin}; the origin {@code null} is none. */
    static Optional<WebOrigin> ofOrigin(String text) {
        return read(text, false);
    }

    /** Reads the beginning of an address, such as that in {@code Referer}. */
    static Optional<WebOrigin> ofAddress(String text) {
        return read(text, true);
    }

    private static Optional<WebOrigin> read(String text, boolean pathAllowed) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean tls = lower.startsWith(HTTPS);
        if (!tls && !lower.startsWith(HTTP)) {
            return Optional.empty();
        }
        int start = tls ? HTTPS.length() : HTTP.length();
        int end = start;
        while (end < lower.length() && "/?#".indexOf(lower.charAt(end)) < 0) {
            end++;
        }
        if (end < lower.length() && !pathAllowed) {
            return Optional.empty();
        }
        return Authority.read(lower.substring(start, end))
            .map(authority -> new WebOrigin(tls, authority.host(), authority.portOr(tls ? HTTPS_PORT : HTTP_PORT)));
    }

    /** Whether a page from here that calls its own server sends this {@code Host}. */
    boolean isServedBy(Authority asked) {
        return host.equals(asked.host()) && port == asked.portOr(tls ? HTTPS_PORT : HTTP_PORT);
    }
}
