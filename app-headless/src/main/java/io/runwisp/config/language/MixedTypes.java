package io.runwisp.config.language;

import io.runwisp.config.toml.Node;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of values that may be of more than one TOML type. */
final class MixedTypes {

    private MixedTypes() {
    }

    /** {@code "latest"}, {@code "all"}, {@code "skip"} or a number of runs. */
    static final class CatchUpType implements ValueType<CatchUp> {

        @Override
        public @Nullable CatchUp read(Node node, KeyContext context) {
            if (node instanceof Node.Whole whole) {
                if (whole.value() < 0 || whole.value() > 10_000) {
                    context.reject(node.place(), "catch_up " + whole.value() + " is outside 0..10000", described(), "");
                    return null;
                }
                int cap = (int) whole.value();
                return new CatchUp(cap == 0 ? CatchUp.Mode.SKIP : cap == 1 ? CatchUp.Mode.LATEST : CatchUp.Mode.ALL,
                        cap);
            }
            KeyContext.Expanded text = context.text(node, this);
            return text == null || text.value().isBlank() ? null : switch (text.value()) {
                case "latest" -> CatchUp.LATEST;
                case "skip" -> new CatchUp(CatchUp.Mode.SKIP, 0);
                case "all" -> new CatchUp(CatchUp.Mode.ALL, 0);
                default -> {
                    context.reject(node.place(), "catch_up cannot be " + context.shown(node),
                            described(),
                            "");
                    yield null;
                }
            };
        }

        @Override
        public String described() {
            return "\"latest\", \"all\", \"skip\", or a number of runs from 0 to 10000";
        }

        @Override
        public String form() {
            return "";
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("anyOf", List.of(Map.of("enum", List.of("latest", "all", "skip", "")),
                    Map.of("type", "integer", "minimum", 0, "maximum", 10_000)));
        }

        @Override
        public String shown(CatchUp value) {
            return "\"" + value.mode().name().toLowerCase(Locale.ROOT) + "\"";
        }
    }

    /** A boolean, {@code "daemon"} or {@code "boot"}. */
    static final class RunOnStartType implements ValueType<RunOnStart> {

        @Override
        public @Nullable RunOnStart read(Node node, KeyContext context) {
            if (node instanceof Node.Truth truth) {
                return truth.value() ? RunOnStart.DAEMON : RunOnStart.NEVER;
            }
            if (node instanceof Node.Text text) {
                switch (text.value()) {
                    case "daemon" -> {
                        return RunOnStart.DAEMON;
                    }
                    case "boot" -> {
                        return RunOnStart.BOOT;
                    }
                    case "" -> {
                        return null;
                    }
                    default -> {
                    }
                }
            }
            context.reject(node.place(), "run_on_start cannot be " + context.shown(node),
                    described(), "");
            return null;
        }

        @Override
        public String described() {
            return "true, false, \"daemon\" (the same as true) or \"boot\"";
        }

        @Override
        public String form() {
            return "";
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("enum", List.of(true, false, "daemon", "boot", ""));
        }

        @Override
        public String shown(RunOnStart value) {
            return value == RunOnStart.NEVER ? "false" : "\"" + value.name().toLowerCase(Locale.ROOT) + "\"";
        }
    }

    /** A number of at least 1. */
    static final class FactorType implements ValueType<Double> {

        @Override
        public @Nullable Double read(Node node, KeyContext context) {
            double value;
            switch (node) {
                case Node.Whole whole -> value = whole.value();
                case Node.Fraction fraction -> value = fraction.value();
                default -> {
                    context.wrongType(node, this, "");
                    return null;
                }
            }
            if (!(value >= 1 && value <= 1000)) {
                context.reject(node.place(), context.name() + " " + context.shown(node) + " is outside 1..1000",
                        described(), "");
                return null;
            }
            return value;
        }

        @Override
        public String described() {
            return "a number from 1 to 1000, such as 3.0";
        }

        @Override
        public String form() {
            return "";
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "number", "minimum", 1, "maximum", 1000);
        }
    }

    /** A date-time, with or without offset. */
    static final class MomentType implements ValueType<Temporal> {

        @Override
        public @Nullable Temporal read(Node node, KeyContext context) {
            if (node instanceof Node.Moment moment) {
                switch (moment.value()) {
                    case OffsetDateTime time -> {
                        return time;
                    }
                    case LocalDateTime time -> {
                        return time;
                    }
                    case LocalDate date -> {
                        return date.atStartOfDay();
                    }
                    default -> {
                    }
                }
            }
            context.wrongType(node, this, node instanceof Node.Text ? "write it without quotes" : "");
            return null;
        }

        @Override
        public String described() {
            return "a date-time such as 2026-12-24T22:00:00 (in the zone of the window) or 2026-12-24T22:00:00Z";
        }

        @Override
        public String form() {
            return "";
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "string", "format", "date-time");
        }
    }

    /** A text, number or truth, kept as text; numbers without exponent. */
    static final class ParamValueType implements ValueType<String> {

        @Override
        public @Nullable String read(Node node, KeyContext context) {
            return switch (node) {
                case Node.Text text when context.key() != null && context.key().isLiteral() -> text.value();
                case Node.Text _ -> {
                    KeyContext.Expanded text = context.text(node, this);
                    yield text == null ? null : text.value();
                }
                case Node.Whole whole -> String.valueOf(whole.value());
                case Node.Fraction fraction when Double.isFinite(fraction.value()) ->
                    BigDecimal.valueOf(fraction.value())
                        .stripTrailingZeros()
                        .toPlainString();
                case Node.Truth truth -> String.valueOf(truth.value());
                default -> {
                    context.wrongType(node, this, "");
                    yield null;
                }
            };
        }

        @Override
        public String described() {
            return "a string, a number or a boolean";
        }

        @Override
        public String form() {
            return "";
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", List.of("string", "number", "boolean"));
        }
    }
}
