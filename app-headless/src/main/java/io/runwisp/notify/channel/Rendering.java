package io.runwisp.notify.channel;

import io.runwisp.config.grammar.MessageFilter;
import io.runwisp.config.grammar.MessageTemplate;
import io.runwisp.config.grammar.MessageTemplate.Literal;
import io.runwisp.config.grammar.MessageTemplate.Part;
import io.runwisp.config.grammar.MessageTemplate.Section;
import io.runwisp.config.grammar.MessageTemplate.Value;
import java.util.List;
import java.util.Locale;

/** Fills a template with what a message says. */
final class Rendering {

    private final Content content;
    private final Escape usual;
    private final StringBuilder text = new StringBuilder();

    private Rendering(Content content, Escape usual) {
        this.content = content;
        this.usual = usual;
    }

    /**
     * The text of a template.
     *
     * @param usual how values are escaped that say nothing about it
     */
    static String of(MessageTemplate template, Content content, Escape usual) {
        Rendering rendering = new Rendering(content, usual);
        rendering.add(template.parts());
        return rendering.text.toString().strip();
    }

    private void add(List<Part> parts) {
        for (Part part : parts) {
            switch (part) {
                case Literal(String literal) -> text.append(Clip.clean(literal));
                case Value value -> text.append(value(value));
                case Section section when content.get(section.field()).isEmpty() != section.present() ->
                    add(section.parts());
                case Section _ -> {
                    // It is not shown.
                }
            }
        }
    }

    private String value(Value value) {
        String shown = content.get(value.field());
        for (MessageFilter filter : value.filters()) {
            shown = switch (filter) {
                case UPPER -> shown.toUpperCase(Locale.ROOT);
                case LOWER -> shown.toLowerCase(Locale.ROOT);
                case TRIM -> shown.strip();
                case HTML -> Escape.HTML.of(shown);
                case JSON -> Escape.JSON.of(shown);
                case TELEGRAM -> Escape.TELEGRAM.of(shown);
                case RAW -> shown;
            };
        }
        return value.filters().stream().anyMatch(MessageFilter::escapes) ? shown : usual.of(shown);
    }
}
