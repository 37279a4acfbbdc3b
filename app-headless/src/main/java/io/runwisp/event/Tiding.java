package io.runwisp.event;

import java.nio.charset.StandardCharsets;

/** What a subscriber is told. */
public sealed interface Tiding {

    /**
     * Something has happened.
     *
     * @param seq its number in the journal, {@link #EPHEMERAL} when it has none
     * @param kind its name on the wire
     * @param payload its data, as JSON
     */
    record Event(long seq, String kind, String payload) implements Tiding {

        /** In place of a number: it is in no journal, and nobody can go on behind it. */
        public static final long EPHEMERAL = 0;
        /** What an event takes beside its text. */
        private static final int AROUND = 64;

        int bytes() {
            return AROUND + kind.length() + payload.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    /**
     * Events were lost to this subscriber: it has to look at everything anew, and is told what comes from now on.
     *
     * @param reason for people
     * @param position what comes is behind this number
     * @param slow whether it is the subscriber's own fault
     */
    record Lost(String reason, long position, boolean slow) implements Tiding {
    }
}
