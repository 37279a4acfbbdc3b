package io.runwisp.auth.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The cookies of a session. There are two: browsers do not tell ports apart, so a second daemon on the machine overwrites
 * {@code runwisp_jwt}; the one with the port in its name stays, and wins.
 *
 * @param port where the daemon listens
 */
public record SessionCookies(int port) {

    private static final String NAME = "runwisp_jwt";
    /** What a browser sends twice, or somebody makes up, is tried this often and no more. */
    private static final int MOST_TOKENS = 8;

    /** The values of {@code Set-Cookie} that begin a session. */
    public List<String> begin(String token, Duration life, boolean secure) {
        return names().stream().map(name -> cookie(name, token, life.toSeconds(), secure)).toList();
    }

    /** The values of {@code Set-Cookie} that end one. */
    public List<String> end(boolean secure) {
        return names().stream().map(name -> cookie(name, "", 0, secure)).toList();
    }

    /** The tokens that a request brings, in the order in which they count: header, cookie of this port, other cookie. */
    public List<String> tokens(Approach approach) {
        List<String> tokens = new ArrayList<>();
        if (!approach.bearer().isEmpty()) {
            tokens.add(approach.bearer());
        }
        tokens.addAll(inCookies(approach));
        return List.copyOf(tokens.subList(0, Math.min(tokens.size(), MOST_TOKENS)));
    }

    /** The tokens that come as cookies, that of this port first. */
    public List<String> inCookies(Approach approach) {
        List<String> tokens = new ArrayList<>();
        for (String name : names()) {
            for (String header : approach.headers().values("Cookie")) {
                collect(header, name, tokens);
            }
        }
        return List.copyOf(tokens.subList(0, Math.min(tokens.size(), MOST_TOKENS)));
    }

    private List<String> names() {
        return List.of(NAME + "_" + port, NAME);
    }

    private static String cookie(String name, String value, long seconds, boolean secure) {
        return name + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "");
    }

    private static void collect(String header, String name, List<String> into) {
        int at = 0;
        while (at < header.length() && into.size() < MOST_TOKENS) {
            int semicolon = header.indexOf(';', at);
            int end = semicolon < 0 ? header.length() : semicolon;
            int equals = header.indexOf('=', at);
            if (equals >= 0 && equals < end && header.substring(at, equals).strip().equals(name)) {
                String value = unquoted(header.substring(equals + 1, end).strip());
                if (!value.isEmpty()) {
                    into.add(value);
                }
            }
            at = end + 1;
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
