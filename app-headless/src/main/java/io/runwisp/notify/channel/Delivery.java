package io.runwisp.notify.channel;

import java.time.Duration;
import java.util.Optional;

/** What became of a delivery. No text of it contains a credential or the address of a provider. */
public sealed interface Delivery {

    /**
     * The provider has taken it.
     *
     * @param answer what it said, in one line
     */
    record Delivered(String answer) implements Delivery {
    }

    /**
     * It will never be taken: trying again is of no use.
     *
     * @param reason a sentence for people
     */
    record Refused(String reason) implements Delivery {
    }

    /**
     * It was not taken this time.
     *
     * @param reason a sentence for people
     * @param retryAfter for how long the provider wants to be left alone: a second to a day
     */
    record Failed(String reason, Optional<Duration> retryAfter) implements Delivery {

        public Failed(String reason) {
            this(reason, Optional.empty());
        }
    }
}
