package io.runwisp.time;

import java.time.Instant;

/** The clock of this machine. */
public final class SystemWallClock implements WallClock {

    @Override
    public Instant now() {
        return Instant.now();
    }
}
