package io.runwisp.notify.channel;

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

/** Posts, by one client for all providers that is made when the first message is posted. Follows no redirect. Any thread. */
final class WebSender {

    private @Nullable HttpClient client;

    /** What came of it. */
    sealed interface Outcome {
    }

    /**
     * The provider has said whether it takes the message.
     *
     * @param retryAfter the header of that name
     */
    record Answer(int status, Optional<String> retryAfter, String body) implements Outcome {
    }

    /** It has not; why, in words that may quote what is secret. */
    record Broken(String reason) implements Outcome {
    }

    /** It could not even be asked. */
    record Impossible(String reason) implements Outcome {
    }

    Outcome send(Post post, Duration limit) {
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
        AtomicReference<ResponseInfo> head = new AtomicReference<>();
        CompletableFuture<HttpResponse<String>> answer = client().sendAsync(request, info -> {
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
                    ? new Broken("no answer within " + Spans.text(limit))
                    : new Answer(known.statusCode(), known.headers().firstValue("Retry-After"), "");
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Broken("it was interrupted");
        } catch (ExecutionException e) {
            return new Broken(reason(e.getCause()));
        }
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

    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
            client = made;
        }
        return made;
    }
}
