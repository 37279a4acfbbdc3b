package io.runwisp.output;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.OutputSink.Listener;
import io.runwisp.engine.OutputSink.Log;
import io.runwisp.engine.OutputSink.Opened;
import io.runwisp.engine.OutputSink.Order;
import io.runwisp.engine.OutputSink.Source;
import io.runwisp.model.RunId;
import io.runwisp.time.SystemWallClock;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an open log costs while nothing is printed: a machine has many services, and most of them are silent most of the time. */
class OpenLogMemoryTest {

    private static final int LOGS = 32;
    private static final long MOST_BYTES = 64 * 1024;
    private static final List<String> SECRETS = List.of("hunter2-hunter2", "correct horse battery staple");

    @TempDir
    private Path directory;

    private final List<Log> logs = new ArrayList<>();

    @Test
    void anOpenLogThatIsIdleIsSmall() {
        hold("never used", log -> {
        });
        hold("after plain text", log -> flood(log, "an ordinary line of a program that says what it does\n"));
        hold("after colours", log -> flood(log, "\u001b[32mok\u001b[0m a line with a bar 10%\r20%\r30%\n"));
        hold("after the longest lines", log -> flood(log, "x".repeat(64 * 1024 - 1) + "\n"));
        hold("after a screen",
                log -> flood(log, "\u001b[?1049h" + "row of a screen\r\n".repeat(70) + "\u001b[?1049l\n"));
        hold("after binary data", log -> flood(log, "\u0000\u0001\u00ff".repeat(30_000) + "\n"));
        hold("in the middle of a line", log -> print(log, "is this finished? "));
    }

    private void hold(String what, Consumer<Log> use) {
        logs.clear();
        long before = used();
        FileOutputSink sink = new FileOutputSink(directory.resolve(what), new LocalLogDisk(), new SystemWallClock(),
                ZoneId.of("UTC"), new LineBus());
        for (int i = 0; i < LOGS; i++) {
            Order order = new Order(new RunId(String.format("01JD4Z7M8N%016d", i)), "unit", Workbench.START,
                    Workbench.NO_LIMITS, SECRETS);
            Log log = assertInstanceOf(Opened.class, sink.open(order, new NoListener())).log();
            use.accept(log);
            logs.add(log);
        }
        long each = (used() - before) / LOGS;
        System.out.printf("an open log %-24s %6d bytes%n", what, each);
        assertTrue(each < MOST_BYTES, what + ": " + each + " bytes");
        logs.forEach(Log::finish);
    }

    private static void flood(Log log, String text) {
        ByteBuffer chunk = ByteBuffer.allocateDirect(64 * 1024);
        byte[] bytes = text.repeat(Math.max(2, 256 * 1024 / text.length())).getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from += chunk.capacity()) {
            chunk.clear().put(bytes, from, Math.min(chunk.capacity(), bytes.length - from));
            log.take(Source.STDOUT, chunk.flip());
            log.take(Source.STDERR, chunk.flip());
        }
    }

    private static void print(Log log, String text) {
        log.take(Source.STDOUT, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private static final class NoListener implements Listener {

        @Override
        public void overflowed(RunId run) {
            throw new AssertionError(run);
        }

        @Override
        public void diskPressure(RunId run, long freeBytes, long minFreeBytes, boolean endRun) {
            throw new AssertionError(run);
        }

        @Override
        public void writeFailed(RunId run, String reason) {
            throw new AssertionError(reason);
        }
    }
}
