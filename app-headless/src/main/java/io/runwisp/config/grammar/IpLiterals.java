package io.runwisp.config.grammar;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** IP addresses written out. Never asks a name server: whatever is not plainly an address is none. */
final class IpLiterals {

    private IpLiterals() {
    }

    /** The address; an IPv4 address in its IPv6 form comes out as IPv4. No zone, no brackets, no short IPv4 forms. */
    static Optional<InetAddress> read(String text) {
        return text.indexOf(':') < 0 ? v4(text) : v6(text);
    }

    private static Optional<InetAddress> v4(String text) {
        byte[] address = new byte[4];
        int at = 0;
        for (int i = 0; i < 4; i++) {
            int dot = i == 3 ? text.length() : text.indexOf('.', at);
            if (dot < 0) {
                return Optional.empty();
            }
            String part = text.substring(at, dot);
            int value = Ascii.small(part, 3);
            // A leading zero means octal to some programs, so it is nobody's guess here.
            if (value < 0 || value > 255 || (part.length() > 1 && part.charAt(0) == '0')) {
                return Optional.empty();
            }
            address[i] = (byte) value;
            at = Math.min(dot + 1, text.length());
        }
        return Optional.of(ofBytes(address));
    }

    private static Optional<InetAddress> v6(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hexLetter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            if (!hexLetter && !Ascii.isDigit(c) && c != ':' && c != '.') {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(Inet6Address.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    static InetAddress ofBytes(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + address.length, e);
        }
    }
}
