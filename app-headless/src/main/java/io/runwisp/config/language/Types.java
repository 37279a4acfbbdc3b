package io.runwisp.config.language;

import io.runwisp.config.grammar.NearestName;
import io.runwisp.config.grammar.Reading;
import io.runwisp.config.toml.Node;
import io.runwisp.model.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The types of values that are texts, truths, words of a list, and collections of them. */
final class Types {

    static final ValueType<String> TEXT = text("a string", true);
    static final ValueType<String> NON_BLANK = text("a string that is not blank", false);
    static final ValueType<Boolean> TRUTH = new Truth();

    private Types() {
    }

    private static ValueType<String> text(String described, boolean blankAllowed) {
        return new ValueType<>() {
            @Override
            public @Nullable String read(Node node, KeyContext context) {
                KeyContext.Expanded text = context.text(node, this);
                if (text == null) {
                    return null;
                }
                if (!blankAllowed && text.value().isBlank()) {
                    context.reject(node.place(), context.name() + " is blank", described, "");
                    return null;
                }
                return text.value();
            }

            @Override
            public String described() {
                return described;
            }

            @Override
            public String shown(String value) {
                return "\"" + value + "\"";
            }

            @Override
            public Map<String, Object> schema() {
                return blankAllowed ? Map.of("type", "string") : Map.of("type", "string", "pattern", "\\S");
            }
        };
    }

    /** A text with a grammar of its own. {@code noun} completes "is not …". */
    static <T> ValueType<T> parsed(String noun, String described, Function<String, Reading<T>> reader) {
        return new Parsed<>(noun, described, reader);
    }

    /** One word of a fixed list; other spellings may be mapped to a canonical word. */
    static <E extends Enum<E> & Word> ValueType<E> oneOf(Class<E> words, Map<String, String> spellings) {
        return new OneOf<>(List.of(words.getEnumConstants()), spellings);
    }

    static <T> ValueType<List<T>> listOf(ValueType<T> item, String described) {
        return new ListOf<>(item, described);
    }

    private static final class Truth implements ValueType<Boolean> {

        @Override
        public @Nullable Boolean read(Node node, KeyContext context) {
            if (node instanceof Node.Truth truth) {
                return truth.value();
            }
            String word = node instanceof Node.Text text ? text.value().toLowerCase(Locale.ROOT) : "";
            context.wrongType(node, this, switch (word) {
                case "true", "yes", "on" -> "write true, without quotes";
                case "false", "no", "off" -> "write false, without quotes";
                default -> "";
            });
            return null;
        }

        @Override
        public String described() {
            return "a boolean: true or false, without quotes";
        }

        @Override
        public String form() {
            return "a boolean";
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "boolean");
        }
    }

    private record Parsed<T>(String noun, String described,
            Function<String, Reading<T>> reader) implements ValueType<T> {

        @Override
        public @Nullable T read(Node node, KeyContext context) {
            KeyContext.Expanded text = context.text(node, this);
            if (text == null || text.value().isBlank()) {
                return null;
            }
            return switch (reader.apply(text.value())) {
                case Reading.Good<T> good -> good.value();
                case Reading.Bad<T> bad -> {
                    String reason = context.key() != null && context.key().isSecret()
                            ? ""
                            : text.changed() ? KeyContext.AFTER_SUBSTITUTION : ": " + bad.reason();
                    context.reject(text.part(bad.offset(), bad.length()),
                            context.name() + " " + context.shown(node) + " is not " + noun + reason, described, "");
                    yield null;
                }
            };
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "string");
        }
    }

    private record OneOf<E extends Enum<E> & Word>(List<E> words, Map<String, String> spellings)
            implements
                ValueType<E> {

        @Override
        public @Nullable E read(Node node, KeyContext context) {
            KeyContext.Expanded text = context.text(node, this);
            if (text == null || text.value().isBlank()) {
                return null;
            }
            String written = spellings.getOrDefault(text.value(), text.value());
            for (E word : words) {
                if (word.word().equals(written)) {
                    return word;
                }
            }
            String gone = context.key() == null ? null : context.key().replacementOf(text.value());
            String near = NearestName.in(words.stream().map(Word::word).toList(), written)
                .map(word -> "did you mean \"" + word + "\"?")
                .orElse("");
            context.reject(node.place(), context.name() + " cannot be " + context.shown(node),
                    described(), gone == null ? near : gone);
            return null;
        }

        @Override
        public String described() {
            return "one of " + String.join(", ", words.stream().map(word -> "\"" + word.word() + "\"").toList());
        }

        @Override
        public Map<String, Object> schema() {
            List<String> all = new ArrayList<>(words.stream().map(Word::word).toList());
            spellings.keySet().stream().sorted().forEach(all::add);
            all.add("");
            return Map.of("enum", all);
        }

        @Override
        public String shown(E value) {
            return "\"" + value.word() + "\"";
        }
    }

    private record ListOf<T>(ValueType<T> item, String described) implements ValueType<List<T>> {

        @Override
        public @Nullable List<T> read(Node node, KeyContext context) {
            if (!(node instanceof Node.Items items)) {
                context.wrongType(node, this,
                        node instanceof Node.Text ? "write it in brackets: [" + context.shown(node) + "]" : "");
                return null;
            }
            List<T> values = new ArrayList<>();
            int index = 0;
            for (Node one : items.items()) {
                T value = item.read(one, context.inside("[" + index++ + "]"));
                if (value != null) {
                    values.add(value);
                }
            }
            return List.copyOf(values);
        }

        @Override
        public String form() {
            return item.form().equals("a string") ? "a list of strings" : "a list";
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "array", "items", item.schema());
        }

        @Override
        public String shown(List<T> value) {
            return "[" + String.join(", ", value.stream().map(item::shown).toList()) + "]";
        }
    }

    /** A table of free keys with texts. */
    record TextMap(String described, boolean secret) implements ValueType<Map<String, String>> {

        @Override
        public @Nullable Map<String, String> read(Node node, KeyContext context) {
            if (!(node instanceof Node.Table table)) {
                context.wrongType(node, this, "");
                return null;
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (Node.Entry entry : table.entries().values()) {
                KeyContext inside = context.inside(entry.key());
                if (!(entry.value() instanceof Node.Text)) {
                    inside.reject(entry.value().place(), entry.key() + " is " + entry.value().kind(), "a string",
                            "put the value in quotes");
                    continue;
                }
                KeyContext.Expanded text = inside.text(entry.value(), this);
                if (text != null) {
                    values.put(entry.key(), text.value());
                }
            }
            return values;
        }

        @Override
        public String form() {
            return "a table";
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "object", "additionalProperties", Map.of("type", "string"));
        }
    }
}
