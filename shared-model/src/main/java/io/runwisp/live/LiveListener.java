package io.runwisp.live;

import io.runwisp.client.DaemonEvent;
import java.util.List;

/** Hears what is so at a daemon. It is called by one thread at a time and must return soon. */
public interface LiveListener {

    /** How it stands with the connection. */
    void link(Link link);

    /** What is so. Of changes that come quickly one after the other, the last is told. */
    void picture(Picture picture);

    /** What has happened since this was called last. What is so was told before, as far as it does not have to be asked for. */
    default void heard(List<DaemonEvent> events) {
    }
}
