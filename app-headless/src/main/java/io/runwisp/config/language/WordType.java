package io.runwisp.config.language;

import io.runwisp.config.grammar.NearestName;
import io.runwisp.config.toml.Node;
import io.runwisp.model.Word;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A word of a list whose spelling is looser than the word itself. */
abstract class WordType<T> implements ValueType<T> {

    abstract Optional<T> of(String text);

    abstract List<String> words();

    String remedy(String written) {
        return NearestName.in(words(), written).map(word -> "did you mean \"" + word + "\"?").orElse("");
    }

    @Override
    public @Nullable T read(Node node, KeyContext context) {
        KeyContext.Expanded text = context.text(node, this);
        if (text == null || text.value().isBlank()) {
            return null;
        }
        Optional<T> value = of(text.value().strip());
        if (value.isEmpty()) {
            context.reject(node.place(), context.name() + " cannot be " + context.shown(node),
                    described(),
                    remedy(text.changed() ? "" : text.value()));
        }
        return value.orElse(null);
    }

    @Override
    public String described() {
        List<String> words = words();
        return words.size() == 1
                ? "\"" + words.getFirst() + "\""
                : "one of " + String.join(", ", words.stream().map(word -> "\"" + word + "\"").toList());
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string");
    }

    @Override
    public String shown(T value) {
        return "\"" + (value instanceof Word word ? word.word() : value) + "\"";
    }
}
