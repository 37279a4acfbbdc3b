package io.runwisp.notify.channel;

import io.runwisp.config.Notifier;
import io.runwisp.config.language.NotifierKeys;
import io.runwisp.notify.http.Post;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bot of Telegram. */
final class Telegram implements WebProvider {

    private static final int LONGEST = 4096;
    private static final String MARKDOWN = "MarkdownV2";

    private final Notifier notifier;
    private final String chat;
    private final String mode;

    Telegram(Notifier notifier, Optional<String> target) {
        this.notifier = notifier;
        this.chat = target.orElseGet(() -> notifier.settings().value(NotifierKeys.CHAT_ID));
        this.mode = notifier.settings().value(NotifierKeys.PARSE_MODE);
    }

    @Override
    public Post post(Content content) {
        URI address = Addresses.at(notifier.settings().get(NotifierKeys.BASE_URL), "https://api.telegram.org",
                "/bot" + Addresses.step(notifier.credential()) + "/sendMessage");
        String marked = marked(content);
        boolean fits = marked.length() <= LONGEST;
        return Json.post(address, Map.of(), json -> json.text("chat_id", chat)
            .text("text", fits ? marked : plain(content))
            .text("parse_mode", fits ? mode : "")
            .object("link_preview_options", options -> options.truth("is_disabled", true)));
    }

    private String marked(Content content) {
        Escape escape = mode.equals(MARKDOWN) ? Escape.TELEGRAM : mode.isEmpty() ? Escape.NONE : Escape.HTML;
        if (notifier.template() != null) {
            String footer = escape.of(content.footer());
            return Rendering.of(notifier.template(), content, escape) + "\n" + switch (escape) {
                case HTML -> "<i>" + footer + "</i>";
                case TELEGRAM -> "_" + footer + "_";
                default -> footer;
            };
        }
        return escape == Escape.HTML ? html(content) : plain(content);
    }

    private static String html(Content content) {
        StringBuilder text = new StringBuilder("<b>" + Escape.HTML.of(content.headline()) + "</b>\n"
                + Escape.HTML.of(content.text()) + "\n");
        if (!content.tail().isEmpty()) {
            text.append("<blockquote>").append(Escape.HTML.of(content.tail())).append("</blockquote>\n");
        }
        if (!content.link().isEmpty()) {
            text.append("<a href=\"")
                .append(Escape.HTML.of(content.link()))
                .append("\">")
                .append(Escape.HTML.of(content.linkLabel()))
                .append("</a>\n");
        }
        return text.append("<i>").append(Escape.HTML.of(content.footer())).append("</i>").toString();
    }

    /** What is too long with its marks is sent without any, rather than not at all. */
    private static String plain(Content content) {
        String head = Clip.units(content.headline(), LONGEST / 2, Escape.NONE) + "\n";
        return head + PlainText.units(content, null, LONGEST - head.length());
    }

    @Override
    public List<String> secrets() {
        return List.of(notifier.credential());
    }
}
