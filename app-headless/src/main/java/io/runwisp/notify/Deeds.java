package io.runwisp.notify;

import io.runwisp.model.Run;
import org.jspecify.annotations.Nullable;

/** What the desk has others do. None of it waits. */
interface Deeds {

    /** Sends a message to a channel. */
    void send(String token, Alert alert);

    /** Rings the bell for what no row of a run rings it for, where the configuration wants that. */
    void ring(Happening happening);

    /** Lets the hooks know. */
    void hook(Happening happening, @Nullable Run run);

    /** Lets the monitor of a unit know, where there is one. */
    void ping(Run run, Happening happening);
}
