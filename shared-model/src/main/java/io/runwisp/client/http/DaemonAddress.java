package io.runwisp.client.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a daemon listens.
 *
 * @param base scheme, host and port, with the path of a proxy in front of it if there is one, without a slash at its end
 */
public record DaemonAddress(URI base) {

    /** The port of a daemon that nobody gave another. */
    public static final int USUAL_PORT = 9477;

    private static final String SHAPE = "Write it like http://127.0.0.1:9477 or https://runwisp.example.org.";

    /** A daemon that is asked without encryption, such as one on this machine. */
    public static DaemonAddress of(String host, int port) {
        String written = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return parse("http://" + written + ":" + port);
    }

    /**
     * Reads what a person has written.
     *
     * @throws IllegalArgumentException when it is not an address; the message says what was expected
     */
    public static DaemonAddress parse(String written) {
        String text = written.strip();
        URI uri = uri(text.contains("://") ? text : "http://" + text, written);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw wrong(written, "starts with " + scheme + "://, but a daemon is asked by http:// or https://", null);
        }
        if (uri.getHost() == null) {
            throw wrong(written, "names no host", null);
        }
        if (uri.getUserInfo() != null) {
            throw wrong(written, "carries a user or a password, which do not belong there", null);
        }
        if (uri.getQuery() != null || uri.getFragment() != null) {
            throw wrong(written, "goes on behind the path", null);
        }
        int port = uri.getPort() == -1 && scheme.equals("http") && !text.contains("://") ? USUAL_PORT : uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return new DaemonAddress(URI.create(scheme + "://" + uri.getHost() + (port == -1 ? "" : ":" + port)
                + path.replaceAll("/+$", "")));
    }

    /** Whether what is said on the way there is encrypted. */
    boolean encrypted() {
        return "https".equals(base.getScheme());
    }

    /** The address of something behind it. */
    URI at(String pathAndQuery) {
        return URI.create(base + pathAndQuery);
    }

    private static URI uri(String text, String written) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw wrong(written, "is not an address: " + e.getReason(), e);
        }
    }

    private static IllegalArgumentException wrong(String written, String what, @Nullable Throwable cause) {
        return new IllegalArgumentException("\"" + written + "\" " + what + ". " + SHAPE, cause);
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
