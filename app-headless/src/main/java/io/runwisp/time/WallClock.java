package io.runwisp.time;

import java.time.Instant;

/** Tells the time of day, by which slots are due. It may be set forward or back while the program runs. */
public interface WallClock {

    /** The instant that the clock shows. */
    Instant now();
}
