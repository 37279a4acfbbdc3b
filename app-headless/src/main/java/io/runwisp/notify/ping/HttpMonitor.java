package io.runwisp.notify.ping;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Monitors that are asked over HTTP, by one client that is made when the first is asked. */
public final class HttpMonitor implements Monitor {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int TOO_MANY = 429;
    private static final int TOO_SLOW = 408;

    private @Nullable HttpClient client;

    @Override
    public Answer post(URI address, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(LONGEST)
                .header("User-Agent", "RunWisp")
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
            int status = client().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 200 && status < 300) {
                return new Taken();
            }
            return status >= 300 && status < 500 && status != TOO_MANY && status != TOO_SLOW
                    ? new Refused("it answered " + status)
                    : new Silent("it answered " + status);
        } catch (IOException e) {
            return new Silent("it could not be reached (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Silent("it was interrupted");
        } catch (IllegalArgumentException _) {
            return new Refused("its address cannot be used");
        }
    }

    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LONGEST)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
            client = made;
        }
        return made;
    }
}
