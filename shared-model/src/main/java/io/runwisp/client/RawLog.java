package io.runwisp.client;

import java.io.IOException;
import java.io.OutputStream;

/** A whole log as it lies on disk, opened and not read yet. */
public interface RawLog extends AutoCloseable {

    /** The name of its file. */
    String fileName();

    /**
     * Copies all of it.
     *
     * @param target stays open
     * @throws IOException when the target takes no more, or the log cannot be read to its end
     */
    void copyTo(OutputStream target) throws IOException;

    @Override
    void close() throws IOException;
}
