package io.runwisp.daemon.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.cli.terminal.Glyphs;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.time.VirtualWallClock;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DaemonLogTest {

    private static final VirtualWallClock CLOCK = new VirtualWallClock(Instant.parse("2026-05-27T12:03:01.900Z"));
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void aLineHasTheTimeOfTheConfiguredZoneAndItsLevel() {
        try (DaemonLog log = new DaemonLog(printer(written), LinePrefix.in(Map.of(), CLOCK, VIENNA))) {
            log.info("run started task=backup");
            log.warn("careful");
            log.error("bad");
        }
        assertEquals("""
            2026-05-27 14:03:01 [INFO] run started task=backup
            2026-05-27 14:03:01 [WARN] careful
            2026-05-27 14:03:01 [ERROR] bad
            """, text());
    }

    @Test
    void theJournalOfSystemdIsTrustedWithTheTime() {
        try (DaemonLog log = new DaemonLog(printer(written),
                LinePrefix.in(Map.of("JOURNAL_STREAM", "8:1234"), CLOCK, VIENNA))) {
            log.info("ready");
        }
        assertEquals("[INFO] ready\n", text());
    }

    @Test
    void noTextCanMakeASecondLineOrSteerTheTerminal() {
        try (DaemonLog log = new DaemonLog(printer(written), LinePrefix.in(Map.of(), CLOCK, VIENNA))) {
            log.info("one\n2026 [INFO] two\u001b[2J");
        }
        assertEquals("2026-05-27 14:03:01 [INFO] one^J2026 [INFO] two^[[2J\n", text());
    }

    @Test
    void aReaderWhoStopsReadingCostsLinesAndNoTime() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        OutputStream stuck = new OutputStream() {
            @Override
            public void write(int octet) {
                await(reading);
                written.write(octet);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                await(reading);
                written.write(bytes, from, length);
            }
        };
        DaemonLog log = new DaemonLog(printer(stuck), LinePrefix.in(Map.of(), CLOCK, VIENNA));
        for (int i = 0; i < 30_000; i++) {
            log.info("line " + i);
        }
        reading.countDown();
        log.close();
        assertTrue(text().contains("lines of this log were dropped"), this::text);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Printer printer(OutputStream stream) {
        return new Printer(new PrintStream(stream, false, StandardCharsets.UTF_8), false, false, Glyphs.ASCII, 100);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
