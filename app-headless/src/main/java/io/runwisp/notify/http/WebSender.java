package io.runwisp.notify.http;

import io.runwisp.view.words.Spans;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Posts, by one client for all who are posted to, which is made when the first is. Follows no redirect. Never throws; any thread. */
public final class WebSender implements AutoCloseable {

    private @Nullable HttpClient client;
    private boolean closed;

    /** What came of it. */
    public sealed interface Outcome {
    }

    /**
     * It has been answered.
     *
     * @param retryAfter the header of that name
     */
    public record Answer(int status, Optional<String> retryAfter, String body) implements Outcome {
    }

    /**
     * It has not.
     *
     * @param reason why, in words that may quote what is secret
     * @param kind the same in a word or two that quote nothing
     */
    public record Broken(String reason, String kind) implements Outcome {
    }

    /** It could not even be asked; why, in words that may quote what is secret. */
    public record Impossible(String reason) implements Outcome {
    }

    /** Posts, and waits for an answer for no longer than a limit, its body included. */
    public Outcome send(Post post, Duration limit) {
        HttpRequest request;
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(post.address())
                .setHeader("User-Agent", "RunWisp")
                .setHeader("Content-Type", post.contentType());
            post.headers().forEach(builder::setHeader);
            request = builder.POST(BodyPublishers.ofString(post.body())).build();
        } catch (IllegalArgumentException e) {
            return new Impossible("a header cannot be sent: " + e.getMessage());
        }
        return await(request, limit);
    }

    private Outcome await(HttpRequest request, Duration limit) {
        HttpClient open = client();
        if (open == null) {
            return broken("the daemon ends");
        }
        AtomicReference<ResponseInfo> head = new AtomicReference<>();
        CompletableFuture<HttpResponse<String>> answer = open.sendAsync(request, info -> {
            head.set(info);
            return new BoundedBody();
        });
        try {
            return answer(answer.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            answer.cancel(true);
            // The first line of an answer decides, even when the rest never comes.
            ResponseInfo known = head.get();
            return known == null
                    ? broken("no answer within " + Spans.text(limit))
                    : new Answer(known.statusCode(), known.headers().firstValue("Retry-After"), "");
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return broken("it was interrupted");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return new Broken(reason(cause), cause == null ? "it broke" : cause.getClass().getSimpleName());
        }
    }

    private static Broken broken(String reason) {
        return new Broken(reason, reason);
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers().firstValue("Retry-After"), response.body());
    }

    private static String reason(@Nullable Throwable failure) {
        return switch (failure) {
            case HttpConnectTimeoutException _ -> "it could not be reached in time";
            case ConnectException e when e.getCause() instanceof UnresolvedAddressException
                    || e.getCause() instanceof ConnectException inner
                            && inner.getCause() instanceof UnresolvedAddressException ->
                "its name is not known to the name service";
            case ConnectException _ -> "it could not be reached: the connection was refused";
            case SSLException e -> "TLS failed: " + e.getMessage();
            case null -> "the connection broke";
            default -> "the connection broke: "
                    + (failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
        };
    }

    private synchronized @Nullable HttpClient client() {
        if (client == null && !closed) {
            client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        }
        return client;
    }

    /** Breaks off what is under way; after that nothing is posted. */
    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.shutdownNow();
            client = null;
        }
    }
}
