package io.runwisp.api.sse;

import java.net.InetAddress;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a client says when it opens a stream.
 *
 * @param address who it is
 * @param session how long its session still lasts, or null when there is no end to it
 * @param query the value of a parameter of the query, or null
 * @param lastEventId the header of this name, or null
 */
public record StreamCall(InetAddress address, @Nullable Duration session, UnaryOperator<@Nullable String> query,
        @Nullable String lastEventId) {

    @Nullable
    String parameter(String name) {
        return query.apply(name);
    }
}
