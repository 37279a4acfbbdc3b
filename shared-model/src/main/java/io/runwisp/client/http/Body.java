package io.runwisp.client.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The body of an answer, piece by piece as it comes. Read by one thread; any may close it, which ends the reading. */
interface Body extends AutoCloseable {

    /**
     * The next bytes, good until more are asked for, or null at the end.
     *
     * @param silence how long nothing may come
     */
    @Nullable
    ByteBuffer next(Duration silence) throws IOException;

    /** All of it, when it is not longer than expected. */
    default byte[] all(int most, Duration silence) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (ByteBuffer bytes = next(silence); bytes != null; bytes = next(silence)) {
            if (whole.size() + bytes.remaining() > most) {
                throw new IOException("the answer is longer than " + most + " bytes");
            }
            copy(bytes, whole);
        }
        return whole.toByteArray();
    }

    /** Copies all of it. */
    default void copyTo(OutputStream target, Duration silence) throws IOException {
        for (ByteBuffer bytes = next(silence); bytes != null; bytes = next(silence)) {
            copy(bytes, target);
        }
    }

    private static void copy(ByteBuffer bytes, OutputStream target) throws IOException {
        byte[] piece = new byte[bytes.remaining()];
        bytes.get(piece);
        target.write(piece);
    }

    /** Ends it, whatever has come. */
    @Override
    void close();
}
