package io.runwisp.config.grammar;

import io.runwisp.model.IpLiterals;
import java.util.Optional;

/** The grammar of addresses to listen on: {@code host:port}, an IPv6 address in brackets, port 0 to 65535. */
public final class HostPorts {

    private static final int HIGHEST_PORT = 65_535;

    private HostPorts() {
    }

    /**
     * Where to listen.
     *
     * @param host a name or an address, IPv6 without brackets; empty means every interface
     * @param port 0 lets the system choose
     */
    public record HostPort(String host, int port) {

        /** The form in which it is configured. */
        public String show() {
            return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
        }
    }

    /** Reads one {@code host:port}; the host is not looked up. */
    public static Reading<HostPort> read(String text) {
        if (text.isBlank()) {
            return Reading.bad(0, text.length(), "it is blank");
        }
        if (text.contains("://")) {
            return Reading.bad(0, text.indexOf("://") + 3, "a scheme is not expected, write host:port");
        }
        int close = text.startsWith("[") ? text.indexOf(']') : -1;
        if (text.startsWith("[") && close < 0) {
            return Reading.bad(0, text.length(), "\"[\" has no \"]\" after it");
        }
        int colon = text.indexOf(':', close + 1);
        if (close < 0 && colon != text.lastIndexOf(':')) {
            return Reading.bad(0, text.length(), "an IPv6 address stands in brackets, e.g. [::1]:9100");
        }
        if (colon < 0) {
            return Reading.bad(0, text.length(), "the port is missing, expected for example 127.0.0.1:9100");
        }
        if (close >= 0 && colon != close + 1) {
            return Reading.bad(close + 1, colon - close - 1, "after \"]\" a colon and the port are expected");
        }
        String host = close < 0 ? text.substring(0, colon) : text.substring(1, close);
        Optional<String> fault = close < 0 ? faultOfName(host) : faultOfV6(host);
        if (fault.isPresent()) {
            return Reading.bad(close < 0 ? 0 : 1, host.length(), fault.get());
        }
        int port = Ascii.small(text.substring(colon + 1), 5);
        if (port < 0 || port > HIGHEST_PORT) {
            return Reading.bad(colon + 1, text.length() - colon - 1, "the port is not a number from 0 to 65535");
        }
        return Reading.good(new HostPort(host, port));
    }

    private static Optional<String> faultOfName(String host) {
        return host.isEmpty() ? Optional.empty() : HostNames.fault(host);
    }

    private static Optional<String> faultOfV6(String host) {
        int zone = host.indexOf('%');
        String address = zone < 0 ? host : host.substring(0, zone);
        boolean good = address.indexOf(':') >= 0
                && zone != host.length() - 1
                && IpLiterals.read(address).isPresent();
        return good ? Optional.empty() : Optional.of("what stands in brackets is not an IPv6 address");
    }
}
