package io.runwisp.client.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the JDK's client hands on: the next piece is asked for when the last one was taken, so that a slow reader holds one. */
final class Chunks implements HttpResponse.BodySubscriber<Chunks>, Body {

    private final BlockingQueue<Piece> waiting = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> source = new CompletableFuture<>();
    private List<ByteBuffer> taken = List.of();

    private sealed interface Piece {
    }

    private record Data(List<ByteBuffer> bytes) implements Piece {
    }

    private record End() implements Piece {
    }

    private record Broken(Throwable why) implements Piece {
    }

    @Override
    public CompletionStage<Chunks> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source.complete(subscription);
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        waiting.add(new Data(bytes));
    }

    @Override
    public void onError(Throwable why) {
        waiting.add(new Broken(why));
    }

    @Override
    public void onComplete() {
        waiting.add(new End());
    }

    @Override
    public @Nullable ByteBuffer next(Duration silence) throws IOException {
        while (taken.isEmpty()) {
            switch (poll(silence)) {
                case null -> throw new HttpTimeoutException("nothing came for " + silence.toSeconds() + " s");
                case End end -> {
                    waiting.add(end);
                    return null;
                }
                case Broken broken -> {
                    waiting.add(broken);
                    throw new IOException(broken.why().getMessage(), broken.why());
                }
                case Data data -> {
                    taken = data.bytes();
                    var _ = source.thenAccept(subscription -> subscription.request(1));
                }
            }
        }
        ByteBuffer first = taken.getFirst();
        taken = taken.subList(1, taken.size());
        return first;
    }

    @Override
    public void close() {
        var _ = source.thenAccept(Flow.Subscription::cancel);
        waiting.add(new End());
    }

    private @Nullable Piece poll(Duration silence) throws IOException {
        try {
            return waiting.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("the wait for an answer was interrupted");
            interrupted.initCause(e);
            throw interrupted;
        }
    }
}
