package io.runwisp.model;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** IP addresses written out. Never asks a name server: whatever is not plainly an address is none. */
public final class IpLiterals {

    private IpLiterals() {
    }

    /** The address; an IPv4 address in its IPv6 form comes out as IPv4. No zone, no brackets, no short IPv4 forms. */
    public static Optional<InetAddress> read(String text) {
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
            int value = number(part);
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
            if (!hexLetter && !isDigit(c) && c != ':' && c != '.') {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(Inet6Address.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** The number that one to three digits write, or -1; digits of other scripts are none. */
    private static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 3) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            if (!isDigit(digits.charAt(i))) {
                return -1;
            }
            number = number * 10 + digits.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * The address of these bytes.
     *
     * @throws IllegalArgumentException when they are not 4 or 16
     */
    public static InetAddress ofBytes(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + address.length, e);
        }
    }
}
