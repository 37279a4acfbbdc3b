package io.runwisp.client.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The JDK's client, with all it knows about encryption; it takes a while to begin. */
final class FullTransport implements Transport {

    private final DaemonAddress daemon;
    private final HttpClient http = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();

    FullTransport(DaemonAddress daemon) {
        this.daemon = daemon;
    }

    @Override
    public Reply send(Ask ask, @Nullable String bearer) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(daemon.at(ask.path())).timeout(ask.patience());
        String body = ask.body();
        request.method(ask.method(), body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body));
        ask.headers(bearer).forEach(request::header);
        HttpResponse<Chunks> response = http.send(request.build(), _ -> new Chunks());
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
