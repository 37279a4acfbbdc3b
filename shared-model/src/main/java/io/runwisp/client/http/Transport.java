package io.runwisp.client.http;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Carries what is asked to one daemon, and its answers back. May be used by any thread. */
interface Transport extends AutoCloseable {

    /** How long it may take to be connected. */
    Duration CONNECT = Duration.ofSeconds(5);

    /** An answer whose body is still to be read and closed. */
    record Reply(int status, HttpHeaders headers, Body body) {
    }

    /** Sends, and waits until the answer begins. */
    Reply send(Ask ask, @Nullable String bearer) throws IOException, InterruptedException;

    /** The one for an address. */
    static Transport to(DaemonAddress daemon) {
        return daemon.encrypted() ? new FullTransport(daemon) : new PlainTransport(daemon);
    }

    /** Ends what is in flight. */
    @Override
    void close();
}
