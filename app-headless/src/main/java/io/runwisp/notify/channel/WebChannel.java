package io.runwisp.notify.channel;

import io.runwisp.notify.channel.Delivery.Delivered;
import io.runwisp.notify.channel.Delivery.Failed;
import io.runwisp.notify.channel.Delivery.Refused;
import io.runwisp.notify.http.Post;
import io.runwisp.notify.http.WebSender;
import io.runwisp.notify.http.WebSender.Answer;
import io.runwisp.notify.http.WebSender.Broken;
import io.runwisp.notify.http.WebSender.Impossible;
import io.runwisp.time.WallClock;
import java.time.Duration;

/** A channel to a provider that is posted to. */
final class WebChannel implements Channel {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY = 429;

    private final WebProvider provider;
    private final WebSender sender;
    private final WallClock clock;
    private final Secrets secrets;

    WebChannel(WebProvider provider, WebSender sender, WallClock clock) {
        this.provider = provider;
        this.sender = sender;
        this.clock = clock;
        this.secrets = new Secrets(provider.secrets());
    }

    @Override
    public Delivery deliver(Message message, Duration limit) {
        Post post = provider.post(new Content(message));
        return switch (sender.send(post, limit.compareTo(LONGEST) < 0 ? limit : LONGEST)) {
            case Answer answer -> judge(answer);
            case Broken(String reason, _) -> new Failed(secrets.shown(reason));
            case Impossible(String reason) -> new Refused(secrets.shown(reason));
        };
    }

    private Delivery judge(Answer answer) {
        int status = answer.status();
        String body = answer.body().isBlank() ? "" : ": " + answer.body();
        String said = secrets.shown("HTTP " + status + body);
        return switch (status / 100) {
            case 2 -> new Delivered(said);
            case 3 -> new Refused("HTTP " + status + ": it points to another address, which is not followed because "
                    + "credentials would go with it; write the final address into the configuration");
            case 5 -> failed(answer, said);
            default -> status == REQUEST_TIMEOUT || status == TOO_MANY ? failed(answer, said) : new Refused(said);
        };
    }

    private Failed failed(Answer answer, String said) {
        return new Failed(said, RetryAfter.of(answer.retryAfter(), answer.body(), clock.now()));
    }
}
