package io.runwisp.notify.channel;

import io.runwisp.config.grammar.MessageTemplate;
import org.jspecify.annotations.Nullable;

/** What stands in a mail. */
final class LetterText {

    private LetterText() {
    }

    static String plain(Content content, @Nullable MessageTemplate template) {
        StringBuilder text = new StringBuilder();
        if (template != null) {
            text.append(Rendering.of(template, content, Escape.NONE)).append('\n');
        } else {
            text.append(content.text()).append('\n');
            if (!content.tail().isEmpty()) {
                text.append("\nIts last lines:\n\n").append(content.tail().indent(4));
            }
            if (!content.link().isEmpty()) {
                text.append('\n').append(content.linkLabel()).append(": ").append(content.link()).append('\n');
            }
        }
        return text.append("\n-- \n").append(content.footer()).append('\n').toString();
    }

    static String html(Content content, @Nullable MessageTemplate template) {
        StringBuilder text = new StringBuilder("<!DOCTYPE html>\n<html><body style=\"font-family: sans-serif\">\n");
        if (template != null) {
            text.append("<p style=\"white-space: pre-wrap\">")
                .append(Escape.HTML.of(Rendering.of(template, content, Escape.NONE)))
                .append("</p>\n");
        } else {
            text.append("<h3>").append(Escape.HTML.of(content.headline())).append("</h3>\n<p>");
            text.append(Escape.HTML.of(content.text()).replace("\n", "<br>\n")).append("</p>\n");
            if (!content.tail().isEmpty()) {
                text.append("<pre>").append(Escape.HTML.of(content.tail())).append("</pre>\n");
            }
            if (!content.link().isEmpty()) {
                text.append("<p><a href=\"")
                    .append(Escape.HTML.of(content.link()))
                    .append("\">")
                    .append(Escape.HTML.of(content.linkLabel()))
                    .append("</a></p>\n");
            }
        }
        return text.append("<p style=\"color: gray\">")
            .append(Escape.HTML.of(content.footer()))
            .append("</p>\n</body></html>\n")
            .toString();
    }
}
