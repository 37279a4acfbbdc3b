package io.runwisp.notify.channel;

import java.time.Duration;

/** One way out of the machine, with all that it needs: provider, credentials, target, template. May be used by any thread, and each delivery is one attempt. */
@FunctionalInterface
public interface Channel {

    /**
     * Hands a message to the provider and waits for what it says. Never throws. An interrupt ends it soon, with {@link Delivery.Failed} and the interrupt
     * flag still set.
     *
     * @param limit the longest that it may take; a channel takes less than this when its own limit is shorter
     */
    Delivery deliver(Message message, Duration limit);
}
