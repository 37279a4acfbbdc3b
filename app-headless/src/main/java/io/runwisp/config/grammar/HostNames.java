package io.runwisp.config.grammar;

import io.runwisp.model.IpLiterals;
import java.util.Optional;

/** The form of host names: labels of letters, digits, {@code -} and {@code _}, or an IPv4 address. */
final class HostNames {

    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST = 253;

    private HostNames() {
    }

    /** What is wrong with a host that is not in brackets, or nothing. The host is not quoted. */
    static Optional<String> fault(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.isEmpty()) {
            return Optional.of("the host is missing");
        }
        if (name.length() > LONGEST) {
            return Optional.of("the host is longer than 253 characters");
        }
        int at = 0;
        int lastLabel = 0;
        while (at <= name.length()) {
            int dot = name.indexOf('.', at);
            int end = dot < 0 ? name.length() : dot;
            Optional<String> fault = faultOfLabel(name.substring(at, end));
            if (fault.isPresent()) {
                return fault;
            }
            lastLabel = at;
            at = end + 1;
        }
        boolean numeric = Ascii.areDigits(name.substring(lastLabel));
        return numeric && IpLiterals.read(name).isEmpty()
                ? Optional.of("the host is neither a name nor an IPv4 address")
                : Optional.empty();
    }

    private static Optional<String> faultOfLabel(String label) {
        if (label.isEmpty()) {
            return Optional.of("the host has two dots in a row or begins with one");
        }
        if (label.length() > LONGEST_LABEL) {
            return Optional.of("a part of the host is longer than 63 characters");
        }
        if (label.startsWith("-") || label.endsWith("-")) {
            return Optional.of("a part of the host begins or ends with -");
        }
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (!Ascii.isLetter(c) && !Ascii.isDigit(c) && c != '-' && c != '_') {
                return Optional.of(c > 127
                        ? "the host has a character outside ASCII, write it in its xn-- form"
                        : "the host has a character outside A-Z a-z 0-9 . - _");
            }
        }
        return Optional.empty();
    }
}
