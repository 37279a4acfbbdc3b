package io.runwisp.api.http;

import io.runwisp.auth.request.Approach;
import java.io.IOException;

/** A request as it came, before anything in it is believed. */
public interface Request {

    /** The path as it was sent, still encoded. */
    String path();

    /** The query as it was sent, still encoded; empty when there is none. */
    String query();

    /** Method, peer and headers. */
    Approach approach();

    /**
     * The body, read as far as a limit.
     *
     * @return more than the limit when there is more
     * @throws IOException when it does not come
     */
    byte[] body(int limit) throws IOException;

    /** The one value of a header, or an empty text. */
    default String header(String name) {
        var values = approach().headers().values(name);
        return values.size() == 1 ? values.getFirst().strip() : "";
    }
}
