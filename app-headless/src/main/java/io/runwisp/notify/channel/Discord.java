package io.runwisp.notify.channel;

import io.runwisp.config.Notifier;
import io.runwisp.config.language.NotifierKeys;
import io.runwisp.notify.http.Post;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A webhook of Discord: one embed, which mentions nobody. A template that gives too much or nothing gives way to the built-in text. */
final class Discord implements WebProvider {

    private static final int TITLE = 256;
    /** 6000 in all with title and footer, so less than the 4096 that a description may have is never needed. */
    private static final int DESCRIPTION = 4096;
    private static final int FOOTER = 1024;
    private static final int LINK = 2048;
    private static final String FENCE = "```";

    private final Notifier notifier;

    Discord(Notifier notifier) {
        this.notifier = notifier;
    }

    @Override
    public Post post(Content content) {
        URI address = Addresses.moved(notifier.settings().get(NotifierKeys.BASE_URL), notifier.credential());
        return Json.post(address, Map.of(), json -> json
            .object("allowed_mentions", mentions -> mentions.list("parse", _ -> {
                // Nobody.
            }))
            .list("embeds", embeds -> embeds.item(embed -> embed
                .text("title", Clip.units(content.headline(), TITLE, Escape.DISCORD))
                .text("url", content.link().length() <= LINK ? content.link() : "")
                .text("description", description(content))
                .number("color", colour(content.message().subject().tone()))
                .object("footer", footer -> footer.text("text", Clip.units(content.footer(), FOOTER, Escape.NONE))))));
    }

    private String description(Content content) {
        String own = notifier.template() == null ? "" : Rendering.of(notifier.template(), content, Escape.DISCORD);
        if (!own.isEmpty() && own.length() <= DESCRIPTION) {
            return own;
        }
        String tail = content.tail().isEmpty()
                ? ""
                : "\n" + FENCE + "\n" + Clip.fenced(content.tail()) + "\n" + FENCE;
        return Clip.units(content.text(), DESCRIPTION - tail.length(), Escape.DISCORD) + tail;
    }

    private static int colour(Tone tone) {
        return switch (tone) {
            case BAD -> 0xed4245;
            case GOOD -> 0x57f287;
            case WARNING -> 0xfee75c;
            case PLAIN -> 0x5865f2;
        };
    }

    @Override
    public List<String> secrets() {
        return Addresses.secrets(notifier.credential());
    }
}
