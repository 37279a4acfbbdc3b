package io.runwisp.notify.channel;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts addresses of providers together. */
final class Addresses {

    private static final int SHORTEST_SECRET = 5;
    private static final Set<String> PLAIN = Set.of("services", "webhooks", "workflows", "hooks", "message");
    private static final Pattern STEP_ENDS = Pattern.compile("[/?&=#]");

    private Addresses() {
    }

    /** A path at a provider, or at what stands in its place. */
    static URI at(@Nullable String base, String usual, String path) {
        return URI.create(stripped(base == null ? usual : base) + path);
    }

    /** An address that the provider gave out, at another place where there is one. */
    static URI moved(@Nullable String base, String address) {
        URI given = URI.create(address.strip());
        if (base == null) {
            return given;
        }
        String query = given.getRawQuery() == null ? "" : "?" + given.getRawQuery();
        return URI.create(stripped(base) + (given.getRawPath() == null ? "" : given.getRawPath()) + query);
    }

    /** One step of a path. */
    static String step(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%3A", ":");
    }

    /** What is secret of an address: all of it, what stands behind its host, and every step of that which is no plain word. */
    static List<String> secrets(String address) {
        String whole = address.strip();
        String rest = whole.replaceFirst("(?i)^https?://[^/?#]*", "");
        List<String> secrets = new ArrayList<>(List.of(whole));
        Stream.concat(Stream.of(rest, rest.replaceFirst("\\?.*", "")), STEP_ENDS.splitAsStream(rest))
            .filter(part -> part.length() >= SHORTEST_SECRET && !PLAIN.contains(part))
            .forEach(secrets::add);
        return secrets;
    }

    private static String stripped(String base) {
        String text = base.strip();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
