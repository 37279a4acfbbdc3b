package io.runwisp.notify.channel;

import io.runwisp.config.Notifier;
import io.runwisp.config.language.NotifierKeys;
import io.runwisp.notify.http.Post;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An application of a Gotify server. */
final class Gotify implements WebProvider {

    private static final int TITLE = 250;
    /** The server has no limit of its own; a telephone shows no more. */
    private static final int MESSAGE = 4096;

    private final Notifier notifier;
    private final String url;
    private final String token;

    Gotify(Notifier notifier) {
        this.notifier = notifier;
        this.url = notifier.settings().value(NotifierKeys.URL);
        this.token = notifier.settings().value(NotifierKeys.TOKEN);
    }

    @Override
    public Post post(Content content) {
        URI address = Addresses.at(notifier.settings().get(NotifierKeys.BASE_URL), url, "/message");
        return Json.post(address, Map.of("X-Gotify-Key", token), json -> {
            json.text("title", Clip.units(content.headline(), TITLE, Escape.NONE))
                .text("message", PlainText.units(content, notifier.template(), MESSAGE))
                .number("priority", switch (content.message().subject().tone()) {
                    case BAD -> 8;
                    case WARNING -> 5;
                    case GOOD, PLAIN -> 2;
                });
            if (!content.link().isEmpty()) {
                json.object("extras", extras -> extras.object("client::notification",
                        notification -> notification.object("click", click -> click.text("url", content.link()))));
            }
        });
    }

    @Override
    public List<String> secrets() {
        List<String> secrets = new ArrayList<>(Addresses.secrets(url));
        secrets.add(token);
        return secrets;
    }
}
