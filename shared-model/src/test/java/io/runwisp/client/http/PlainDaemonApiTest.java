package io.runwisp.client.http;

final class PlainDaemonApiTest extends HttpDaemonApiContract {

    @Override
    Transport transport(DaemonAddress address) {
        return new PlainTransport(address);
    }
}
