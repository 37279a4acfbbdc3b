package io.runwisp.event;

import java.util.List;

/** The committed events as they lie in the journal, the newest of them at least. Any thread may ask; it may take as long as a disk takes. */
public interface EventHistory {

    /**
     * The events behind this number, oldest first, without a gap among them.
     *
     * @throws RuntimeException when it cannot be read; its message says why
     */
    List<Tiding.Event> after(long seq, int limit);

    /** The number of the newest, 0 when there is none. */
    long last();
}
