package io.runwisp.api.sse;

import java.time.Duration;

/** How a stream behaves. */
public enum StreamManner {
    /** Events: it lasts as long as the session, and its signs of life are events, which programs in browsers can see. */
    EVENTS(Duration.ofSeconds(30), Duration.ofDays(365)),
    /** Lines: it is closed after a while, and whoever reads goes on; its signs of life are comments. */
    LINES(Duration.ofSeconds(15), Duration.ofMinutes(10)),
    /** What a page shows: it begins with something of its own, and else behaves like events, with signs of life that come more often. */
    VIEWS(Duration.ofSeconds(15), Duration.ofDays(365));

    private final Duration heartbeat;
    private final Duration life;

    StreamManner(Duration heartbeat, Duration life) {
        this.heartbeat = heartbeat;
        this.life = life;
    }

    /** After so long without anything it gives a sign of life. */
    Duration heartbeat() {
        return heartbeat;
    }

    /** It lasts so long at most. */
    Duration life() {
        return life;
    }
}
