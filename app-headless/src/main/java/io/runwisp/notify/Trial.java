package io.runwisp.notify;

import io.runwisp.config.Config;
import io.runwisp.config.Notifier;
import io.runwisp.config.language.DaemonKeys;
import io.runwisp.model.EventSeverity;
import io.runwisp.notify.channel.Channels;
import io.runwisp.notify.channel.Delivery;
import io.runwisp.notify.channel.Message;
import io.runwisp.notify.channel.Tone;
import io.runwisp.time.WallClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tries a notifier with a message that looks like a real one and says that it is none. No daemon is needed, nothing is folded, and there is one attempt.
 *
 * @param instance the name of the machine
 * @param fingerprint that of the daemon of this directory
 */
public record Trial(Channels channels, WallClock clock, String instance, String fingerprint) {

    /** The longest that a provider is waited for. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The notifier of an id. */
    public static Optional<Notifier> notifier(Config config, Target target) {
        return config.notifications().notifiers().stream().filter(each -> each.id().equals(target.id())).findFirst();
    }

    /** Sends the message and waits for what the provider says. */
    public Delivery send(Config config, Notifier notifier, Target target) {
        return channels.open(notifier, target.detail()).deliver(sample(config, notifier), PATIENCE);
    }

    private Message sample(Config config, Notifier notifier) {
        Instant now = clock.now();
        String base = config.daemon().daemon().get(DaemonKeys.EXTERNAL_URL);
        return new Message(new Message.Subject("notify.test", EventSeverity.INFO, Tone.PLAIN, "test", null, now),
                new Message.Words("test message of RunWisp", "message of RunWisp",
                        "Notifier " + notifier.id() + " works. This is a test: nothing has failed."),
                null, Message.Repeats.none(now),
                List.of("The last lines of a run that failed", "stand here."),
                base == null ? Message.Links.NONE : new Message.Links(URI.create(base + "/"), URI.create(base + "/")),
                new Message.Sender(instance, fingerprint, config.zone()));
    }
}
