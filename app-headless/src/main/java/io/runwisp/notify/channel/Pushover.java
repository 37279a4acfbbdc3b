package io.runwisp.notify.channel;

import io.runwisp.config.Notifier;
import io.runwisp.config.language.NotifierKeys;
import io.runwisp.notify.http.Post;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An application of Pushover. */
final class Pushover implements WebProvider {

    private static final int TITLE = 250;
    private static final int MESSAGE = 1024;
    private static final int LINK = 512;

    private final Notifier notifier;
    private final String token;
    private final String ownUser;
    private final String user;

    Pushover(Notifier notifier, Optional<String> target) {
        this.notifier = notifier;
        this.token = notifier.settings().value(NotifierKeys.TOKEN);
        this.ownUser = notifier.settings().value(NotifierKeys.USER);
        this.user = target.orElse(ownUser);
    }

    @Override
    public Post post(Content content) {
        URI address = Addresses.at(notifier.settings().get(NotifierKeys.BASE_URL), "https://api.pushover.net",
                "/1/messages.json");
        boolean linked = !content.link().isEmpty() && content.link().length() <= LINK;
        return Json.post(address, Map.of(), json -> json.text("token", token)
            .text("user", user)
            .text("title", Clip.units(content.headline(), TITLE, Escape.NONE))
            .text("message", PlainText.units(content, notifier.template(), MESSAGE))
            .number("priority", switch (content.message().subject().tone()) {
                case BAD, WARNING -> 0;
                case GOOD, PLAIN -> -1;
            })
            .text("url", linked ? content.link() : "")
            .text("url_title", linked ? content.linkLabel() : ""));
    }

    @Override
    public List<String> secrets() {
        return List.of(token, ownUser, user);
    }
}
