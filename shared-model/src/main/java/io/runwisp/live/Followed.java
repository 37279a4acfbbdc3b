package io.runwisp.live;

import io.runwisp.client.DaemonEvent;

/**
 * Something that was fetched and goes on by events. Immutable.
 *
 * @param <S> its own type
 */
interface Followed<S extends Followed<S>> {

    /** The same after an event. It may be one that what was fetched holds already. */
    S after(DaemonEvent event);

    /** Whether this event tells of a change that can only be fetched. */
    boolean outdatedBy(DaemonEvent event);
}
