package io.runwisp.time;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of this machine. The time since its start comes from {@code /proc/uptime}, which counts sleep; where there
 * is no such file, sleep and a clock that was set forward cannot be told apart, and all else works.
 */
public final class SystemClocks implements Clocks {

    private static final Path UPTIME = Path.of("/proc/uptime");

    private final WallClock wall = new SystemWallClock();
    private final MonotonicClock monotonic = new SystemMonotonicClock();

    @Override
    public ClockReading read() {
        Duration sinceBoot = sinceBoot();
        return new ClockReading(wall.now(), monotonic.nanos(), sinceBoot);
    }

    private static @Nullable Duration sinceBoot() {
        try {
            String text = Files.readString(UPTIME);
            String seconds = text.substring(0, text.indexOf(' '));
            return Duration.ofMillis(new BigDecimal(seconds).movePointRight(3).longValue());
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException cannotTell) {
            return null;
        }
    }
}
