package io.runwisp.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.runwisp.wire.exchange.Exchanges;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever answers what the document does not name is heard. */
final class OverhearingTest {

    private final List<String> heard = new ArrayList<>();

    @Test
    void anAnswerIsHeard() {
        Answering wrong = new Overhearing(_ -> Reply.text("text/plain", "3"), new Exchanges(), heard::add);
        assertEquals(200, wrong.answer(Sent.get("/api/notifications/unread-count")).status());
        assertFalse(heard.isEmpty());
    }

    @Test
    void aStreamIsHeardFrameByFrameAndGoesOnAsItWas() throws IOException {
        byte[] frames = ": ping\n\nevent: line\ndata: {\"line\":\"a\",\"loud\":true}\n\n"
            .getBytes(StandardCharsets.UTF_8);
        Answering wrong = new Overhearing(_ -> Reply.flowing("text/event-stream", new Reply.Flow() {

            @Override
            public void writeTo(OutputStream target) throws IOException {
                target.write(frames);
            }

            @Override
            public void close() {
                heard.add("closed");
            }
        }).with("Cache-Control", "no-cache"), new Exchanges(), heard::add);
        Reply reply = wrong.answer(Sent.get("/api/daemon/log-stream"));
        assertEquals(List.of(), heard);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        reply.content().writeTo(sent);
        assertEquals(frames.length, sent.size());
        assertEquals(1, heard.size(), heard::toString);
        reply.content().close();
        assertEquals("closed", heard.getLast());
    }
}
