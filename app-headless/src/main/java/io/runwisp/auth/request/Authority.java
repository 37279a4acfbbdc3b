package io.runwisp.auth.request;

import io.runwisp.model.IpLiterals;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and perhaps a port, as in {@code Host}.
 *
 * @param host a name in lower case without a dot at its end, or an address in one spelling, IPv6 without brackets
 * @param port -1 when none was written
 */
record Authority(String host, int port) {

    private static final int LONGEST = 300;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern SHAPE = Pattern
        .compile(
                "(?:\\[(?<six>[0-9A-Fa-f:.]+)]|(?<name>[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*)\\.?)(?::(?<port>[0-9]{1,5}))?");

    /** Reads one; nothing when it is anything else, however near. */
    static Optional<Authority> read(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        int port = parts.group("port") == null ? -1 : Integer.parseInt(parts.group("port"));
        String six = parts.group("six");
        if (port > HIGHEST_PORT || (six != null && (six.indexOf(':') < 0 || IpLiterals.read(six).isEmpty()))) {
            return Optional.empty();
        }
        return Optional.of(new Authority(oneSpelling(six == null ? parts.group("name") : six), port));
    }

    /** A host in the spelling in which two can be compared. */
    static String oneSpelling(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return IpLiterals.read(bare)
            .map(InetAddress::getHostAddress)
            .orElseGet(
                    () -> (bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare).toLowerCase(Locale.ROOT));
    }

    /** The address that the host is, when it is one. */
    Optional<InetAddress> literal() {
        return IpLiterals.read(host);
    }

    int portOr(int other) {
        return port < 0 ? other : port;
    }
}
