package io.runwisp.notify.channel;

import java.time.Duration;

/** A channel whose mistakes are answers: whoever delivers goes on, whatever happens here. Nothing of a mistake but its kind is told, because it may quote anything. */
final class GuardedChannel implements Channel {

    private final Channel channel;

    GuardedChannel(Channel channel) {
        this.channel = channel;
    }

    @Override
    public Delivery deliver(Message message, Duration limit) {
        try {
            return channel.deliver(message, limit);
        } catch (RuntimeException | LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new Delivery.Refused("this message could not be made for the channel ("
                    + cause.getClass().getSimpleName() + "); this is a fault of RunWisp");
        }
    }
}
