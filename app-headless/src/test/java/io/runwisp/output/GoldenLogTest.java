package io.runwisp.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.engine.OutputSink.Limits;
import io.runwisp.engine.OutputSink.Log;
import io.runwisp.engine.OutputSink.Source;
import io.runwisp.model.LogFullPolicy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The format, byte for byte: other programs read these files. */
class GoldenLogTest {

    @TempDir
    private Path directory;
    private Workbench bench;

    @BeforeEach
    void prepare() {
        bench = new Workbench(directory);
    }

    @Test
    void theTextHasPrefixesAndColoursAndNothingElse() throws IOException {
        Log log = bench.open(Workbench.NO_LIMITS, "hunter2");
        take(log, Source.STDOUT, "plain\r\n\u001b[1;32mok\u001b[0m größe\n  0%\r 50%\r100%\n");
        take(log, Source.STDERR, "warning: hunter2\u0000\n");
        log.say("the run is stopped\nby hand");
        take(log, Source.STDOUT, "no end");
        log.finish();
        assertEquals("""
                plain
                \u001b[1;32mok\u001b[0m größe
                100%
                [ERR] warning: [redacted]␀
                [SYSTEM] the run is stopped
                [SYSTEM] by hand
                no end
                """, Files.readString(bench.files(log).log()));
    }

    @Test
    void theLineIndexHasTheOffsetOfEvery1024thLine() throws IOException {
        Log log = bench.open(Workbench.NO_LIMITS);
        RotationTest.printLines(log, 0, 2049);
        log.finish();
        assertEquals("0000000000000000" + "0050000000000000" + "00a0000000000000", hex(bench.files(log).index()));
    }

    @Test
    void theTimeIndexHasALineWhenASecondHasPassedAndOneAtTheEnd() throws IOException {
        Log log = bench.open(Workbench.NO_LIMITS);
        RotationTest.printLines(log, 0, 2);
        bench.clock.advance(Duration.ofMillis(999));
        RotationTest.printLines(log, 2, 4);
        bench.clock.advance(Duration.ofMillis(1));
        RotationTest.printLines(log, 4, 1025);
        bench.clock.advance(Duration.ofHours(-1));
        RotationTest.printLines(log, 1025, 1026);
        log.finish();
        String start = "a89944f9a1010000";
        String second = "909d44f9a1010000";
        assertEquals("00000000" + start + "04000000" + second + "00040000" + second + "02040000" + second,
                hex(bench.files(log).timeIndex()));
    }

    @Test
    void theCutAndTheEndOfACutLogAreLinesOfTheDaemon() throws IOException {
        Log log = bench.open(new Limits(40, LogFullPolicy.KILL_TASK, 0));
        RotationTest.printLines(log, 0, 3);
        log.finish();
        assertEquals("""
                line number 0000000
                line number 0000001
                [SYSTEM] 2026-11-20 15:03:05 the log has reached its limit of 40 bytes; the run is ended
                [SYSTEM] 2026-11-20 15:03:05 output is incomplete: 60 bytes were produced, the log has a limit of 40 bytes
                """, Files.readString(bench.files(log).log()));
        assertEquals("{\"rl\":0,\"rb\":0,\"fl\":4,\"fin\":true}", Files.readString(bench.files(log).meta()));
    }

    private static String hex(Path file) throws IOException {
        return HexFormat.of().formatHex(Files.readAllBytes(file));
    }

    private static void take(Log log, Source source, String text) {
        log.take(source, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
