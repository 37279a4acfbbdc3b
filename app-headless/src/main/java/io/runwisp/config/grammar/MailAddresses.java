package io.runwisp.config.grammar;

import io.runwisp.model.IpLiterals;
import java.util.Optional;

/**
 * The grammar of one mail address: {@code a@b}, {@code <a@b>} or {@code Name <a@b>}. Narrower than RFC 5322: no
 * comments, no groups, no quotes in the part before the {@code @}; and nothing that could begin another header line.
 */
public final class MailAddresses {

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST = 254;
    private static final String ATOM_SIGNS = "!#$%&'*+-/=?^_`{|}~.";

    private MailAddresses() {
    }

    /**
     * One address.
     *
     * @param name the display name without quotes; empty when there is none
     * @param address the bare {@code a@b}
     */
    public record MailAddress(String name, String address) {
    }

    /** Reads one address. */
    public static Reading<MailAddress> read(String text) {
        if (text.isBlank()) {
            return Reading.bad(0, text.length(), "it is blank");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return Reading.bad(i, 1, "it contains a control character");
            }
        }
        int open = text.indexOf('<', endOfQuotes(text));
        if (open < 0) {
            int from = text.length() - text.stripLeading().length();
            return bare(text.strip(), from, "");
        }
        int close = text.indexOf('>', open);
        if (close < 0) {
            return Reading.bad(open, text.length() - open, "\"<\" has no \">\" after it");
        }
        if (!text.substring(close + 1).isBlank()) {
            return Reading.bad(close + 1, text.length() - close - 1, "only one address is expected, it ends at \">\"");
        }
        String name = text.substring(0, open).strip();
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        if (!quoted) {
            int sign = firstOf(name, ",;:\"()[]\\@");
            if (sign >= 0) {
                int offset = text.indexOf(name) + sign;
                return Reading.bad(offset, 1, "a name with " + Quoted.charAt(name, sign) + " in it stands in quotes");
            }
        }
        String plain = quoted ? unescaped(name.substring(1, name.length() - 1)) : name;
        return bare(text.substring(open + 1, close), open + 1, plain);
    }

    private static Reading<MailAddress> bare(String address, int offset, String name) {
        int separator = firstOf(address, ",; ");
        if (separator >= 0) {
            return Reading.bad(
                    offset + separator, 1, "only one address is expected, " + Quoted.charAt(address, separator)
                            + " is not allowed in it");
        }
        int at = address.lastIndexOf('@');
        if (at < 0) {
            return Reading.bad(offset, address.length(), "there is no @ in it");
        }
        String local = address.substring(0, at);
        Optional<String> badLocal = faultOfLocal(local);
        if (badLocal.isPresent()) {
            return Reading.bad(offset, local.length(), badLocal.get());
        }
        String domain = address.substring(at + 1);
        Optional<String> badDomain = faultOfDomain(domain);
        if (badDomain.isPresent()) {
            return Reading.bad(offset + at + 1, domain.length(), badDomain.get());
        }
        if (address.length() > LONGEST) {
            return Reading.bad(offset, address.length(), "the address is longer than 254 characters");
        }
        return Reading.good(new MailAddress(name, address));
    }

    private static Optional<String> faultOfLocal(String local) {
        if (local.isEmpty()) {
            return Optional.of("the part before the @ is missing");
        }
        if (local.length() > LONGEST_LOCAL) {
            return Optional.of("the part before the @ is longer than 64 characters");
        }
        if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
            return Optional.of("a dot stands at an end of the part before the @, or two in a row");
        }
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            if (!Ascii.isLetter(c) && !Ascii.isDigit(c) && ATOM_SIGNS.indexOf(c) < 0) {
                return Optional.of(Quoted.charAt(local, i) + " is not allowed before the @");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> faultOfDomain(String domain) {
        if (!domain.startsWith("[") || !domain.endsWith("]")) {
            return HostNames.fault(domain);
        }
        String literal = domain.substring(1, Math.max(1, domain.length() - 1));
        String address = literal.regionMatches(true, 0, "IPv6:", 0, 5) ? literal.substring(5) : literal;
        return IpLiterals.read(address).isPresent()
                ? Optional.empty()
                : Optional.of("what stands in brackets is not an IP address");
    }

    private static int endOfQuotes(String text) {
        int first = text.length() - text.stripLeading().length();
        if (text.charAt(first) != '"') {
            return 0;
        }
        int at = first + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, text.length());
    }

    private static String unescaped(String quoted) {
        StringBuilder plain = new StringBuilder(quoted.length());
        for (int i = 0; i < quoted.length(); i++) {
            if (quoted.charAt(i) == '\\' && i + 1 < quoted.length()) {
                i++;
            }
            plain.append(quoted.charAt(i));
        }
        return plain.toString();
    }

    private static int firstOf(String text, String signs) {
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
