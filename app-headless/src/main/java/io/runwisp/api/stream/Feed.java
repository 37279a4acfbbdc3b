package io.runwisp.api.stream;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes on, and is taken piece by piece by one thread at a time. What is not taken waits within bounds; what does not fit any more is left out,
 * which a later piece tells.
 *
 * @param <T> the pieces
 */
public interface Feed<T> extends AutoCloseable {

    /**
     * The next pieces; none when there is nothing for now.
     *
     * @throws io.runwisp.client.ApiFailure when it cannot go on
     */
    List<T> poll();

    /** Woken by whatever may have a piece for it. */
    Waker waker();

    /** Waits until there may be something to take; false when it was in vain. */
    default boolean await(Duration longest) throws InterruptedException {
        return waker().await(longest);
    }

    /** Lets whoever waits look around; from any thread. */
    default void wake() {
        waker().run();
    }

    /** Whether nothing will come any more. Most go on for as long as somebody takes. */
    default boolean isDone() {
        return false;
    }

    /** Whether whoever takes was so slow that something was lost, in a feed that cannot be gone on with after that. */
    default boolean wasSlow() {
        return false;
    }

    /** What to go on behind, where that moves on without pieces that tell of it; else null. */
    default @Nullable String place() {
        return null;
    }

    /** Ends it; called by the thread that takes. */
    @Override
    void close();
}
