package io.runwisp.auth.gate;

import io.runwisp.auth.login.SessionTokens.Token;
import java.util.List;

/**
 * A session that begins.
 *
 * @param token for programs
 * @param setCookies for browsers: values of {@code Set-Cookie}
 */
public record Session(Token token, List<String> setCookies) {

    public Session {
        setCookies = List.copyOf(setCookies);
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "Session[" + token + "]";
    }
}
