package io.runwisp.notify.channel;

import io.runwisp.config.Notifier;
import io.runwisp.notify.http.WebSender;
import io.runwisp.process.CommandRunner;
import io.runwisp.time.WallClock;
import java.util.Optional;

/** Makes channels of notifiers. Cheap: what a provider needs is loaded at the first delivery. Any thread. */
public final class Channels {

    private final CommandRunner commands;
    private final WallClock clock;
    private final WebSender sender;

    /**
     * Channels.
     *
     * @param commands runs the local mailer
     * @param sender posts to all providers that are posted to
     * @param clock the wall clock, for dates that providers send
     */
    public Channels(CommandRunner commands, WebSender sender, WallClock clock) {
        this.commands = commands;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * The channel of a notifier.
     *
     * @param target what stands behind the colon in {@code id:target}
     */
    public Channel open(Notifier notifier, Optional<String> target) {
        return new GuardedChannel(switch (notifier.type()) {
            case SLACK -> web(new Slack(notifier, target));
            case TELEGRAM -> web(new Telegram(notifier, target));
            case DISCORD -> web(new Discord(notifier));
            case WEBHOOK -> web(new Webhook(notifier));
            case NTFY -> web(new Ntfy(notifier, target));
            case GOTIFY -> web(new Gotify(notifier));
            case PUSHOVER -> web(new Pushover(notifier, target));
            case SMTP -> new SmtpChannel(notifier, target, clock);
            case SENDMAIL -> new SendmailChannel(notifier, target, commands, clock);
            default -> throw new IllegalArgumentException(notifier + " is no channel");
        });
    }

    private Channel web(WebProvider provider) {
        return new WebChannel(provider, sender, clock);
    }
}
