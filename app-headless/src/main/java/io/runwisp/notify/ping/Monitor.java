package io.runwisp.notify.ping;

import java.net.URI;

/** Hands a ping to a monitor and waits for what it says. Never throws; any thread. */
@FunctionalInterface
public interface Monitor {

    /** Posts a body. */
    Answer post(URI address, String body);

    /** What came of it. */
    sealed interface Answer {
    }

    /** It has taken it. */
    record Taken() implements Answer {
    }

    /** It will never take it. */
    record Refused(String reason) implements Answer {
    }

    /** It did not take it this time. */
    record Silent(String reason) implements Answer {
    }
}
