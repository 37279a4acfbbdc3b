package io.runwisp.daemon.life;

import io.runwisp.time.MonotonicClock;
import io.runwisp.time.WallClock;

/** Both clocks. */
public record Clocks(WallClock wall, MonotonicClock monotonic) {
}
