package io.runwisp.notify.channel;

import io.runwisp.config.Notifier;
import io.runwisp.config.language.NotifierKeys;
import io.runwisp.notify.channel.Delivery.Delivered;
import io.runwisp.notify.channel.Delivery.Failed;
import io.runwisp.notify.channel.Delivery.Refused;
import io.runwisp.process.CommandRunner;
import io.runwisp.process.CommandRunner.Ended;
import io.runwisp.process.CommandRunner.Interrupted;
import io.runwisp.process.CommandRunner.NotStarted;
import io.runwisp.process.CommandRunner.Order;
import io.runwisp.process.CommandRunner.TimedOut;
import io.runwisp.time.WallClock;
import io.runwisp.view.words.Spans;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A channel through the mailer of the machine. */
final class SendmailChannel implements Channel {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final List<String> PLACES = List.of("/usr/sbin/sendmail", "/usr/lib/sendmail", "/usr/bin/sendmail");
    private static final int MOST_OUTPUT = 2048;
    /** What a mailer says when another time would do: EX_TEMPFAIL. */
    private static final int LATER = 75;

    private final CommandRunner commands;
    private final WallClock clock;
    private final MailSettings mail;
    private final @Nullable String path;
    private final Secrets secrets = new Secrets(List.of());

    SendmailChannel(Notifier notifier, Optional<String> target, CommandRunner commands, WallClock clock) {
        this.commands = commands;
        this.clock = clock;
        this.mail = MailSettings.of(notifier, target);
        this.path = notifier.settings().get(NotifierKeys.SENDMAIL_PATH);
    }

    @Override
    public Delivery deliver(Message message, Duration limit) {
        String letter = Letter.plainText(mail, new Content(message), clock.now());
        Order order = new Order(List.of(program(), "-t", "-i"), Map.of(), null, letter,
                limit.compareTo(LONGEST) < 0 ? limit : LONGEST, MOST_OUTPUT);
        return switch (commands.run(order)) {
            case Ended(int code, String output) when code == 0 ->
                new Delivered(output.isBlank() ? "taken by " + program() : secrets.shown(output));
            case Ended(int code, String output) when code == LATER -> new Failed(exit(code, output));
            case Ended(int code, String output) -> new Refused(exit(code, output));
            case TimedOut(String output) -> new Failed(secrets.shown(program() + " did not end within "
                    + Spans.text(order.timeout()) + (output.isBlank() ? "" : ": " + output)));
            case NotStarted(String reason) -> new Refused(secrets.shown(reason));
            case Interrupted _ -> new Failed("it was interrupted");
        };
    }

    private String exit(int code, String output) {
        return secrets.shown(program() + " ended with exit code " + code + (output.isBlank() ? "" : ": " + output));
    }

    private String program() {
        return path != null ? path
                : PLACES.stream().filter(place -> Files.isExecutable(Path.of(place))).findFirst().orElse("sendmail");
    }
}
