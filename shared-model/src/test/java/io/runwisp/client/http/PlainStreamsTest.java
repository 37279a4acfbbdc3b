package io.runwisp.client.http;

final class PlainStreamsTest extends HttpStreamsContract {

    @Override
    Transport transport(DaemonAddress address) {
        return new PlainTransport(address);
    }
}
