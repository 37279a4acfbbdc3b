package io.runwisp.notify.channel;

import io.runwisp.config.Notifier;
import io.runwisp.config.language.NotifierKeys;
import io.runwisp.notify.http.Post;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A topic of ntfy. */
final class Ntfy implements WebProvider {

    private static final int TITLE = 250;
    private static final int MESSAGE_BYTES = 4096;

    private final Notifier notifier;
    private final String topic;
    private final @Nullable String url;
    private final @Nullable String token;

    Ntfy(Notifier notifier, Optional<String> target) {
        this.notifier = notifier;
        this.topic = target.orElseGet(() -> notifier.settings().value(NotifierKeys.TOPIC));
        this.url = notifier.settings().get(NotifierKeys.URL);
        this.token = notifier.settings().get(NotifierKeys.TOKEN);
    }

    @Override
    public Post post(Content content) {
        URI address = Addresses.at(notifier.settings().get(NotifierKeys.BASE_URL),
                url == null ? "https://ntfy.sh" : url, "/");
        Map<String, String> headers = token == null ? Map.of() : Map.of("Authorization", "Bearer " + token);
        return Json.post(address, headers, json -> json.text("topic", topic)
            .text("title", Clip.units(content.headline(), TITLE, Escape.NONE))
            .text("message", PlainText.bytes(content, notifier.template(), MESSAGE_BYTES))
            .number("priority", switch (content.message().subject().tone()) {
                case BAD -> 4;
                case WARNING -> 3;
                case GOOD, PLAIN -> 2;
            })
            .text("click", content.link()));
    }

    @Override
    public List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        if (url != null) {
            secrets.addAll(Addresses.secrets(url));
        }
        if (token != null) {
            secrets.add(token);
        }
        return secrets;
    }
}
