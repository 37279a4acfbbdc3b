package io.runwisp.client;

import org.jspecify.annotations.Nullable;

/**
 * Hears a stream. It is called by one thread at a time, in order, and must return soon: while it does not, events wait, and when too many wait, some are lost,
 * which it is told by an event.
 *
 * @param <T> what is told
 */
public interface StreamListener<T> {

    /** The next thing. */
    void next(T event);

    /** Nothing can be heard for now; the stream tries to go on by itself. */
    default void paused(ApiFailure why) {
    }

    /** The stream goes on where it was. */
    default void resumed() {
    }

    /** Nothing more will come: the stream is complete when there is no reason, else it cannot go on. */
    void ended(@Nullable ApiFailure why);
}
