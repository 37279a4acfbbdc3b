package io.runwisp.config.language;

import io.runwisp.config.toml.Node;
import java.nio.file.InvalidPathException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path, made absolute from the directory of the file that names it.
 *
 * @param homeLater whether a leading {@code ~} is kept, because it may mean the home of another user
 */
record PathType(boolean homeLater) implements ValueType<String> {

    @Override
    public @Nullable String read(Node node, KeyContext context) {
        KeyContext.Expanded text = context.text(node, this);
        if (text == null || text.value().isBlank()) {
            return null;
        }
        if (homeLater && text.value().startsWith("~")) {
            return text.value();
        }
        try {
            return context.expansion().resolve(context.file(), text.value()).toString();
        } catch (InvalidPathException e) {
            context.reject(node.place(), context.name() + " " + context.shown(node) + " is not a path", described(),
                    "");
            return null;
        }
    }

    @Override
    public String described() {
        return "a path, absolute or relative to this file";
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string");
    }
}
