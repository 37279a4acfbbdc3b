package io.runwisp.output.echo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.engine.FakeOutputSink;
import io.runwisp.engine.OutputSink;
import io.runwisp.engine.OutputSink.Limits;
import io.runwisp.engine.OutputSink.Source;
import io.runwisp.engine.OutputSinkEvents;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.RunId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EchoingOutputSinkTest {

    private static final OutputSink.Order ORDER = new OutputSink.Order(new RunId("01JC7ZJ3R8Q6WX4T5N0V1B2C3D"),
            "backup",
            Instant.EPOCH, new Limits(0, LogFullPolicy.DROP_OLD, 0), List.of("hush-hush", "hush-hush-and-more"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void eachSourceGoesToItsOwnStream() {
        OutputSink.Log log = open(out, err);
        take(log, Source.STDOUT, "one\n");
        take(log, Source.STDERR, "two\n");
        assertEquals("one\n", text(out));
        assertEquals("two\n", text(err));
    }

    @Test
    void aPromptWithoutALineEndIsShownAtOnce() {
        OutputSink.Log log = open(out, err);
        take(log, Source.STDOUT, "Continue? ");
        assertEquals("Continue? ", text(out));
    }

    @Test
    void aSecretIsCutOutHoweverItIsSplit() {
        OutputSink.Log log = open(out, err);
        for (char c : "a hush-hush b hush-hush-and-more c hush-hu".toCharArray()) {
            take(log, Source.STDOUT, String.valueOf(c));
        }
        log.finish();
        assertEquals("a [redacted] b [redacted] c hush-hu", text(out));
    }

    @Test
    void anythingThatIsNoSecretArrivesByteForByte() {
        Random random = new Random(7);
        byte[] bytes = new byte[300_000];
        random.nextBytes(bytes);
        OutputSink.Log log = open(out, err);
        for (int from = 0; from < bytes.length;) {
            int length = Math.min(1 + random.nextInt(20_000), bytes.length - from);
            log.take(Source.STDOUT, ByteBuffer.wrap(bytes, from, length).slice());
            from += length;
        }
        log.end(Source.STDOUT);
        assertArrayEquals(bytes, out.toByteArray());
    }

    @Test
    void aReaderThatIsGoneDoesNotDisturbTheLog() {
        OutputSink.Log log = open(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        }, err);
        take(log, Source.STDOUT, "one\n");
        take(log, Source.STDOUT, "two\n");
        assertEquals(8, log.finish().producedBytes());
    }

    private static OutputSink.Log open(OutputStream out, OutputStream err) {
        OutputSink sink = new EchoingOutputSink(new FakeOutputSink(), out, err);
        return ((OutputSink.Opened) sink.open(ORDER, new OutputSinkEvents())).log();
    }

    private static void take(OutputSink.Log log, Source source, String text) {
        log.take(source, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
