package io.runwisp.notify.channel;

import io.runwisp.config.grammar.MessageTemplate;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A message as text without any markup, who says it at its end. */
final class PlainText {

    private static final String GAP = "\n\n";

    private PlainText() {
    }

    /** Of at most so many UTF-16 units. */
    static String units(Content content, @Nullable MessageTemplate template, int most) {
        String footer = GAP + content.footer();
        return Clip.units(main(content, template), most - footer.length(), Escape.NONE) + footer;
    }

    /** Of at most so many bytes of UTF-8. */
    static String bytes(Content content, @Nullable MessageTemplate template, int most) {
        String footer = GAP + content.footer();
        int room = most - footer.getBytes(StandardCharsets.UTF_8).length;
        return Clip.bytes(main(content, template), room, Escape.NONE) + footer;
    }

    private static String main(Content content, @Nullable MessageTemplate template) {
        return template != null
                ? Rendering.of(template, content, Escape.NONE)
                : content.text() + (content.tail().isEmpty() ? "" : GAP + content.tail());
    }
}
