package io.runwisp.api.http;

import io.runwisp.wire.Problem;
import io.runwisp.wire.json.WireJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer.
 *
 * @param type the content type; empty when there is no content
 * @param headers names and values
 */
public record Reply(int status, String type, List<Header> headers, Content content) {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final int NO_CONTENT = 204;
    private static final Content NOTHING = new Whole(new byte[0]);

    /** A header. */
    public record Header(String name, String value) {
    }

    /** What is sent behind the headers. */
    public interface Content {

        /** Its bytes, or -1 when they are not counted before. */
        long length();

        /** Writes it; the target stays open. */
        void writeTo(OutputStream target) throws IOException;

        /** Lets go of what it holds; it may have been written or not. */
        default void close() throws IOException {
            // Most hold nothing.
        }
    }

    private static final class Whole implements Content {

        private final byte[] bytes;

        Whole(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void writeTo(OutputStream target) throws IOException {
            target.write(bytes);
        }
    }

    /** Writes as it comes, and is closed, whether it was written or not. */
    public interface Flow extends AutoCloseable {

        /** Writes it; the target stays open. */
        void writeTo(OutputStream target) throws IOException;

        @Override
        void close() throws IOException;
    }

    public Reply {
        headers = List.copyOf(headers);
    }

    /** A record. */
    public static Reply json(Record value) {
        return json(200, value);
    }

    static Reply json(int status, Record value) {
        return whole(status, JSON, WireJson.bytes(value));
    }

    static Reply json(List<? extends Record> values) {
        return whole(200, JSON, WireJson.bytes(values));
    }

    static Reply problem(Problem problem) {
        return whole(problem.status(), PROBLEM, WireJson.bytes(problem));
    }

    /** A text. */
    public static Reply text(String type, String text) {
        return whole(200, type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes. */
    public static Reply whole(int status, String type, byte[] bytes) {
        return new Reply(status, type, List.of(), new Whole(bytes));
    }

    /** It is done, and there is nothing to say. */
    public static Reply nothing() {
        return new Reply(NO_CONTENT, "", List.of(), NOTHING);
    }

    /** What goes on. */
    public static Reply flowing(String type, Flow flow) {
        return new Reply(200, type, List.of(), new Content() {

            @Override
            public long length() {
                return -1;
            }

            @Override
            public void writeTo(OutputStream target) throws IOException {
                flow.writeTo(target);
            }

            @Override
            public void close() throws IOException {
                flow.close();
            }
        });
    }

    /** The same with another header. */
    public Reply with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Reply(status, type, more, content);
    }

    /** The same with another status. */
    public Reply status(int other) {
        return new Reply(other, type, headers, content);
    }
}
