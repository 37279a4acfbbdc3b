package io.runwisp.client.http;

final class FullDaemonApiTest extends HttpDaemonApiContract {

    @Override
    Transport transport(DaemonAddress address) {
        return new FullTransport(address);
    }
}
