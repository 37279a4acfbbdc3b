package io.runwisp.auth.gate;

import java.util.List;

/**
 * A browser that was opened with a ticket, and is sent on.
 *
 * @param location a path of this daemon
 * @param setCookies values of {@code Set-Cookie}; none while login is off
 */
public record Launch(String location, List<String> setCookies) {

    public Launch {
        setCookies = List.copyOf(setCookies);
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "Launch[" + location + "]";
    }
}
