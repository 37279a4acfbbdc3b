package io.runwisp.config.language;

import io.runwisp.config.grammar.ByteSizes;
import io.runwisp.config.grammar.Durations;
import io.runwisp.config.grammar.Reading;
import io.runwisp.config.grammar.UnitGuesses;
import io.runwisp.config.toml.Node;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types of values that are counts, durations and sizes, with their bounds. */
final class Numbers {

    /** Any duration from nothing on. */
    static final ValueType<Duration> DURATION = new Span(Duration.ZERO, null);

    private Numbers() {
    }

    static ValueType<Integer> between(int least, int most) {
        return new Count(least, most);
    }

    static ValueType<Duration> duration(Duration least, @Nullable Duration most) {
        return new Span(least, most);
    }

    static ValueType<Long> size(boolean zeroAllowed) {
        return new Size(zeroAllowed);
    }

    /** The same type, where zero means that the default counts. */
    static <T> ValueType<T> zeroIsDefault(ValueType<T> type, T zero) {
        return new ValueType<>() {
            @Override
            public @Nullable T read(Node node, KeyContext context) {
                T value = type.read(node, context);
                return zero.equals(value) ? null : value;
            }

            @Override
            public String described() {
                return type.described();
            }

            @Override
            public String form() {
                return type.form();
            }

            @Override
            public Map<String, Object> schema() {
                return type.schema();
            }

            @Override
            public String shown(T value) {
                return type.shown(value);
            }
        };
    }

    private record Count(int least, int most) implements ValueType<Integer> {

        @Override
        public @Nullable Integer read(Node node, KeyContext context) {
            if (!(node instanceof Node.Whole whole)) {
                String gone = replacement(node, context);
                boolean digits = node instanceof Node.Text text && !text.value().isEmpty()
                        && text.value().chars().allMatch(Character::isDigit);
                context.wrongType(node, this, gone != null ? gone : digits ? "write it without quotes" : "");
                return null;
            }
            if (whole.value() < least || whole.value() > most) {
                String gone = replacement(node, context);
                context.reject(node.place(),
                        context.name() + " " + whole.value() + " is outside " + least + ".." + most, described(),
                        gone == null ? "" : gone);
                return null;
            }
            return (int) whole.value();
        }

        private static @Nullable String replacement(Node node, KeyContext context) {
            String value = node instanceof Node.Text text
                    ? text.value()
                    : node instanceof Node.Whole whole ? String.valueOf(whole.value()) : "";
            return context.key() == null ? null : context.key().replacementOf(value);
        }

        @Override
        public String described() {
            return most == Integer.MAX_VALUE && least == Integer.MIN_VALUE
                    ? "an integer, without quotes"
                    : "an integer from " + least + (most == Integer.MAX_VALUE ? " on" : " to " + most)
                            + ", without quotes";
        }

        @Override
        public String form() {
            return "an integer";
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "integer", "minimum", least, "maximum", most);
        }
    }

    private static void unreadable(String what, KeyContext.Expanded text, Reading.Bad<?> bad, ValueType<?> type,
            KeyContext context, Optional<String> guess) {
        String gone = context.key() == null ? null : context.key().replacementOf(text.value());
        String reason = text.changed() ? KeyContext.AFTER_SUBSTITUTION : ": " + bad.reason();
        String remedy = text.changed() ? "" : guess.map(value -> "write \"" + value + "\"").orElse("");
        context.reject(text.part(bad.offset(), bad.length()),
                context.name() + " " + context.shown(text.node()) + " is not " + what + reason, type.described(),
                gone == null ? remedy : gone);
    }

    /** A day is said in hours, as people write it. */
    private static String shownBound(Duration bound) {
        return bound.equals(Duration.ofDays(1)) ? "24h" : Durations.show(bound);
    }

    private record Span(Duration least, @Nullable Duration most) implements ValueType<Duration> {

        @Override
        public @Nullable Duration read(Node node, KeyContext context) {
            if (node instanceof Node.Whole whole) {
                context.wrongType(node, this,
                        "say the unit: " + context.name() + " = \"" + Math.max(0, whole.value()) + "s\"");
                return null;
            }
            KeyContext.Expanded text = context.text(node, this);
            if (text == null || text.value().isBlank()) {
                return null;
            }
            return switch (Durations.read(text.value())) {
                case Reading.Good<Duration> good when good.value().compareTo(least) < 0 -> refuse(node, context,
                        good.value().isNegative() ? " is negative" : " is too short");
                case Reading.Good<Duration> good when most != null && good.value().compareTo(most) > 0 ->
                    refuse(node, context, " is longer than " + shownBound(most));
                case Reading.Good<Duration> good -> good.value();
                case Reading.Bad<Duration> bad -> {
                    unreadable("a duration", text, bad, this, context, UnitGuesses.duration(text.value()));
                    yield null;
                }
            };
        }

        private @Nullable Duration refuse(Node node, KeyContext context, String why) {
            context.reject(node.place(), context.name() + " " + context.shown(node) + why, described(), "");
            return null;
        }

        @Override
        public String described() {
            String from = least.isZero() ? "" : least.toNanos() == 1 ? " above 0" : " from " + Durations.show(least);
            String to = most == null ? "" : " up to " + shownBound(most);
            return "a duration" + from + to + ", such as \"30s\", \"1h30m\" or \"2d\"";
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "string", "pattern",
                    "^([+-]?([0-9]*\\.?[0-9]+(ns|us|µs|ms|s|m|h|d|w))+|0|\\s*|.*\\$\\{.*)$");
        }

        @Override
        public String shown(Duration value) {
            return "\"" + Durations.show(value) + "\"";
        }
    }

    private record Size(boolean zeroAllowed) implements ValueType<Long> {

        @Override
        public @Nullable Long read(Node node, KeyContext context) {
            if (node instanceof Node.Whole whole) {
                context.wrongType(node, this,
                        "write " + context.name() + " = \"" + Math.max(0, whole.value())
                                + "\" for bytes, or say the unit: \"10mb\"");
                return null;
            }
            KeyContext.Expanded text = context.text(node, this);
            if (text == null || text.value().isBlank()) {
                return null;
            }
            return switch (ByteSizes.read(text.value())) {
                case Reading.Good<Long> good when good.value() == 0 && !zeroAllowed -> {
                    context.reject(node.place(), context.name() + " " + context.shown(node) + " is nothing at all",
                            described(), "");
                    yield null;
                }
                case Reading.Good<Long> good -> good.value();
                case Reading.Bad<Long> bad -> {
                    unreadable("a size", text, bad, this, context, UnitGuesses.size(text.value()));
                    yield null;
                }
            };
        }

        @Override
        public String described() {
            return "a size" + (zeroAllowed ? "" : " above 0") + ", such as \"512kb\", \"10mb\" or \"1.5gb\"";
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "string", "pattern",
                    "^\\s*([0-9]+|[0-9]*\\.?[0-9]+\\s*([bB]|[kKmMgGtT][bB])|.*\\$\\{.*)?\\s*$");
        }

        @Override
        public String shown(Long value) {
            return "\"" + ByteSizes.show(value).replace(" ", "").toLowerCase(java.util.Locale.ROOT) + "\"";
        }
    }
}
