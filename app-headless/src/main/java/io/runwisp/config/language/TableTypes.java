package io.runwisp.config.language;

import io.runwisp.config.toml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of values that are tables with declared keys of their own. */
final class TableTypes {

    private TableTypes() {
    }

    /** One table. */
    static ValueType<Settings> table(Table table, String described) {
        return new One(table, described);
    }

    /** A list of tables; {@code shorthand} names the key that a bare text in their place stands for, or is empty. */
    static ValueType<List<Settings>> tables(Table table, String described, String shorthand) {
        return new Many(table, described, shorthand);
    }

    private record One(Table table, String described) implements ValueType<Settings> {

        @Override
        public @Nullable Settings read(Node node, KeyContext context) {
            if (!(node instanceof Node.Table values)) {
                context.wrongType(node, this, "");
                return null;
            }
            return Decoder.decode(values, table, context);
        }

        @Override
        public String form() {
            return "a table";
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("$ref", "#/$defs/" + JsonSchema.definition(table));
        }
    }

    private record Many(Table table, String described, String shorthand) implements ValueType<List<Settings>> {

        @Override
        public @Nullable List<Settings> read(Node node, KeyContext context) {
            if (!(node instanceof Node.Items items)) {
                context.wrongType(node, this, "");
                return null;
            }
            List<Settings> all = new ArrayList<>();
            int index = 0;
            for (Node item : items.items()) {
                KeyContext inside = context.inside("[" + index++ + "]");
                if (item instanceof Node.Table values) {
                    all.add(Decoder.decode(values, table, inside));
                } else if (!shorthand.isEmpty() && item instanceof Node.Text text) {
                    Node.Entry entry = new Node.Entry(shorthand, text.place(), text);
                    all.add(Decoder.decode(new Node.Table(Map.of(shorthand, entry), text.place()), table, inside));
                } else {
                    inside.wrongType(item, shorthand.isEmpty() ? new One(table, "a table") : this, "");
                }
            }
            return List.copyOf(all);
        }

        @Override
        public String form() {
            return "a list";
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> reference = Map.of("$ref", "#/$defs/" + JsonSchema.definition(table));
            return Map.of("type", "array", "items",
                    shorthand.isEmpty() ? reference : Map.of("anyOf", List.of(Map.of("type", "string"), reference)));
        }
    }
}
