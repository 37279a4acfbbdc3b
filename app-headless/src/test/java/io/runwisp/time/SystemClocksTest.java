package io.runwisp.time;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SystemClocksTest extends ClocksContract {

    private final SystemClocks clocks = new SystemClocks();

    @Override
    Clocks clocks() {
        return clocks;
    }

    @Override
    void pass(Duration duration) {
        long begin = clocks.read().nanos();
        while (clocks.read().since(begin).compareTo(duration) < 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void thisSystemTellsHowLongAgoItWasStarted() {
        assertNotNull(clocks.read().sinceBoot(), "/proc/uptime cannot be read");
    }
}
