package io.runwisp.notify.ping;

import io.runwisp.notify.http.Post;
import io.runwisp.notify.http.WebSender;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Monitors that are asked over HTTP. */
public final class HttpMonitor implements Monitor {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int TOO_MANY = 429;
    private static final int TOO_SLOW = 408;

    private final WebSender sender;
    private final Duration limit;

    /** Asks by a sender. */
    public HttpMonitor(WebSender sender) {
        this(sender, LONGEST);
    }

    HttpMonitor(WebSender sender, Duration limit) {
        this.sender = sender;
        this.limit = limit;
    }

    @Override
    public Answer post(URI address, String body) {
        return switch (sender.send(new Post(address, Map.of(), Post.TEXT, body), limit)) {
            case WebSender.Answer answer -> judge(answer.status());
            case WebSender.Broken(_, String kind) -> new Silent("it could not be reached (" + kind + ")");
            case WebSender.Impossible _ -> new Refused("its address cannot be used");
        };
    }

    private static Answer judge(int status) {
        if (status >= 200 && status < 300) {
            return new Taken();
        }
        return status >= 300 && status < 500 && status != TOO_MANY && status != TOO_SLOW
                ? new Refused("it answered " + status)
                : new Silent("it answered " + status);
    }
}
