package io.runwisp.notify.channel;

import io.runwisp.config.Notifier;
import io.runwisp.config.language.NotifierKeys;
import io.runwisp.notify.http.Post;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An incoming webhook of Slack: header, section, output, link, context. A template that gives too much or nothing gives way to the built-in text. */
final class Slack implements WebProvider {

    private static final int HEADER = 150;
    private static final int SECTION = 3000;
    private static final int CONTEXT = 2000;
    private static final int BUTTON_LINK = 3000;
    private static final String FENCE = "```";

    private final Notifier notifier;
    private final @Nullable String channel;

    Slack(Notifier notifier, Optional<String> target) {
        this.notifier = notifier;
        this.channel = target.orElse(notifier.settings().get(NotifierKeys.CHANNEL));
    }

    @Override
    public Post post(Content content) {
        URI address = Addresses.moved(notifier.settings().get(NotifierKeys.BASE_URL), notifier.credential());
        return Json.post(address, Map.of(), json -> json.text("channel", channel)
            .text("text", Clip.units(content.headline(), SECTION, Escape.SLACK))
            .list("blocks", blocks -> {
                String own = own(content);
                if (own.isEmpty() || own.length() > SECTION) {
                    builtIn(blocks, content);
                } else {
                    text(blocks, "section", "mrkdwn", own);
                }
                link(blocks, content);
                blocks.item(block -> block.text("type", "context")
                    .list("elements", elements -> elements.item(element -> element.text("type", "plain_text")
                        .text("text", Clip.units(content.footer(), CONTEXT, Escape.SLACK)))));
            }));
    }

    private String own(Content content) {
        return notifier.template() == null ? "" : Rendering.of(notifier.template(), content, Escape.SLACK);
    }

    private static void builtIn(Json blocks, Content content) throws IOException {
        text(blocks, "header", "plain_text", Clip.units(content.headline(), HEADER, Escape.SLACK));
        text(blocks, "section", "plain_text", Clip.units(content.text(), SECTION, Escape.SLACK));
        if (!content.tail().isEmpty()) {
            text(blocks, "section", "mrkdwn", FENCE + "\n" + tail(content.tail()) + "\n" + FENCE);
        }
    }

    /** An output that cannot end the block in which it stands. */
    static String tail(String tail) {
        return Clip.units(Clip.fenced(tail), SECTION - 2 * FENCE.length() - 2, Escape.SLACK);
    }

    private static void text(Json blocks, String block, String type, String text) throws IOException {
        blocks.item(json -> json.text("type", block)
            .object("text", object -> object.text("type", type).text("text", text)));
    }

    private static void link(Json blocks, Content content) throws IOException {
        if (!content.link().isEmpty() && content.link().length() <= BUTTON_LINK) {
            blocks.item(block -> block.text("type", "actions")
                .list("elements", elements -> elements.item(button -> button.text("type", "button")
                    .object("text", label -> label.text("type", "plain_text").text("text", content.linkLabel()))
                    .text("url", content.link()))));
        }
    }

    @Override
    public List<String> secrets() {
        return Addresses.secrets(notifier.credential());
    }
}
