package io.runwisp.notify.channel;

import io.runwisp.config.Notifier;
import io.runwisp.notify.channel.Delivery.Failed;
import io.runwisp.time.WallClock;
import io.runwisp.view.words.Spans;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A channel through a mail server. The conversation has a thread of its own, because nothing but an interrupt ends one with a server that says a little
 * now and then: the socket of a virtual thread is closed by it.
 */
final class SmtpChannel implements Channel {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final SmtpServer server;
    private final MailSettings mail;
    private final WallClock clock;
    private final Secrets secrets;

    SmtpChannel(Notifier notifier, Optional<String> target, WallClock clock) {
        this.server = SmtpServer.of(notifier);
        this.mail = MailSettings.of(notifier, target);
        this.clock = clock;
        String login = "\0" + server.user() + "\0" + server.password();
        this.secrets = new Secrets(server.user() == null
                ? List.of()
                : List.of(server.password(),
                        Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    public Delivery deliver(Message message, Duration limit) {
        Duration most = limit.compareTo(LONGEST) < 0 ? limit : LONGEST;
        CompletableFuture<Delivery> result = new CompletableFuture<>();
        Content content = new Content(message);
        Thread talking = Thread.ofVirtual().name("runwisp-smtp").start(() -> {
            try {
                new SmtpConversation(server, secrets, most).send(mail, content, clock.now(), result);
            } catch (RuntimeException | LinkageError e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return new Failed(server.host() + ": no answer within " + Spans.text(most));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Failed("it was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("The mail could not be made", e.getCause());
        } finally {
            talking.interrupt();
        }
    }
}
