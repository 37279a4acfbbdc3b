package io.runwisp.client.http;

final class FullStreamsTest extends HttpStreamsContract {

    @Override
    Transport transport(DaemonAddress address) {
        return new FullTransport(address);
    }
}
