package io.runwisp.config.grammar;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The grammar of web addresses: absolute, {@code http} or {@code https}, with a host. Reasons quote nothing, because
 * such an address often carries its own password.
 */
public final class WebAddresses {

    private static final String SEPARATOR = "://";
    private static final int HIGHEST_PORT = 65_535;

    private WebAddresses() {
    }

    /** Reads one address. */
    public static Reading<URI> read(String text) {
        if (text.isBlank()) {
            return Reading.bad(0, text.length(), "it is blank");
        }
        int schemeEnd = text.indexOf(SEPARATOR);
        if (schemeEnd <= 0) {
            return Reading.bad(0, text.length(), "it does not begin with http:// or https://");
        }
        String scheme = text.substring(0, schemeEnd);
        if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
            return Reading.bad(0, schemeEnd, "its scheme is neither http nor https");
        }
        int from = schemeEnd + SEPARATOR.length();
        int to = endOfAuthority(text, from);
        if (from == to) {
            return Reading.bad(from, 1, "the host is missing");
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return syntax(text, Math.clamp(e.getIndex(), 0, text.length()), from, to);
        }
        if (uri.getHost() == null) {
            return badAuthority(from, to);
        }
        if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
            int port = text.lastIndexOf(':', to - 1) + 1;
            return Reading.bad(port, to - port, "the port is outside 1-65535");
        }
        return Reading.good(uri);
    }

    private static Reading<URI> syntax(String text, int index, int from, int to) {
        if (index < text.length() && text.charAt(index) == '%') {
            return Reading.bad(index, 1, "a % must be followed by two hexadecimal digits");
        }
        return index >= from && index <= to
                ? badAuthority(from, to)
                : Reading.bad(index, 1, "it contains a character that must be written as %xx");
    }

    private static Reading<URI> badAuthority(int from, int to) {
        return Reading.bad(from, to - from, "the host or the port is not valid");
    }

    private static int endOfAuthority(String text, int from) {
        int at = from;
        while (at < text.length() && "/?#".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
