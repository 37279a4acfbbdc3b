package io.runwisp.view.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MasksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "2026-11-26T02:15:00.123Z started|<time> started",
            "2026-11-26 03:15:00,123 +01:00 started|<time> started",
            "[2026/11/26] x|[<time>] x",
            "Nov  6 03:15:00 host cron[1234]: x|<time> host cron<pid>: x",
            "at 03:15:00.5 and 12:00:00|at <time> and <time>",
            "epoch 1795918500 and 1795918500123|epoch <time> and <time>",
            "pid=4711 PID: 12 pid 3|<pid> <pid> <pid>",
            "at 0x7ffdEADbeef in f|at <hex> in f",
            "commit 3f2a9bc0d1 done|commit <hex> done",
            "01JC7ZJ3R8Q6WX4T5N0V1B2C3D ran|<id> ran",
            "id 123e4567-e89b-12d3-a456-426614174000.|id <id>.",
            "defaced feedbee 1234567 12 files|defaced feedbee 1234567 12 files",
            "port 9477, exit 137, 42 s|port 9477, exit 137, 42 s",
            "v1.2.3 list[0] = 5|v1.2.3 list[0] = 5"})
    void whatDiffersInEveryRunIsHidden(String line, String masked) {
        assertEquals(masked, Masks.mask(line));
    }

    @Test
    void theLongestLinesCostLittle() {
        for (String part : new String[]{"a1", "1", "0x", "2026-11-", "12:34:", "pid ", "[1", "deadbeef-"}) {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Masks.mask(part.repeat(65_536 / part.length())));
        }
    }
}
