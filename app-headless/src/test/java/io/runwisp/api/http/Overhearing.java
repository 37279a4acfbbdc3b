package io.runwisp.api.http;

import io.runwisp.auth.request.Approach;
import io.runwisp.wire.exchange.Exchange;
import io.runwisp.wire.exchange.Exchanges;
import io.runwisp.wire.exchange.Frames;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Answers as before, and has each exchange and each frame of a stream held against the document.
 *
 * @param fault is told what the document does not have
 */
public record Overhearing(Answering answering, Exchanges exchanges, Consumer<String> fault) implements Answering {

    @Override
    public Reply answer(Request request) {
        Overheard heard = new Overheard(request);
        Reply reply = answering.answer(heard);
        boolean whole = reply.content().length() >= 0;
        exchanges
            .faults(new Exchange(request.approach().method(), request.path(), request.query(), heard.text(),
                    reply.status(), reply.type(), names(reply), whole ? text(reply) : "x"))
            .forEach(fault);
        return reply.type().equals("text/event-stream")
                ? new Reply(reply.status(), reply.type(), reply.headers(), new Followed(reply.content(),
                        exchanges.frames(exchanges.operation(request.path()), fault)))
                : reply;
    }

    private static Set<String> names(Reply reply) {
        Set<String> names = new TreeSet<>();
        reply.headers().forEach(header -> names.add(header.name().toLowerCase(Locale.ROOT)));
        return names;
    }

    private static String text(Reply reply) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            reply.content().writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Has what it sends looked at. */
    private record Followed(Reply.Content content, Frames frames) implements Reply.Content {

        @Override
        public long length() {
            return content.length();
        }

        @Override
        public void writeTo(OutputStream target) throws IOException {
            content.writeTo(new FilterOutputStream(target) {

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                    frames.hear(bytes, from, length);
                }
            });
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }

    /** Remembers the body that is read. */
    private static final class Overheard implements Request {

        private final Request request;
        private byte[] body = new byte[0];

        Overheard(Request request) {
            this.request = request;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        @Override
        public String path() {
            return request.path();
        }

        @Override
        public String query() {
            return request.query();
        }

        @Override
        public Approach approach() {
            return request.approach();
        }

        @Override
        public byte[] body(int limit) throws IOException {
            body = request.body(limit);
            return body;
        }
    }
}
