package io.runwisp.api.metrics;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** Writes OpenMetrics 1.0: family by family, each with its type, its unit and its help before its samples. */
final class OpenMetrics {

    /** What a response is said to be. */
    static final String CONTENT_TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private static final int USUAL_LENGTH = 16_384;

    private final StringBuilder text = new StringBuilder(USUAL_LENGTH);
    private final Set<String> families = new HashSet<>();

    /** Begins a family without a unit; the samples of a counter are told by {@code _total}. */
    Family family(String name, String type, String help) {
        return family(name, type, "", help);
    }

    /** Begins a family whose name ends with its unit. */
    Family family(String name, String type, String unit, String help) {
        if (!families.add(name)) {
            throw new IllegalArgumentException(name + " was there already");
        }
        if (!unit.isEmpty() && !name.endsWith("_" + unit)) {
            throw new IllegalArgumentException(name + " does not end with its unit " + unit);
        }
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        if (!unit.isEmpty()) {
            text.append("# UNIT ").append(name).append(' ').append(unit).append('\n');
        }
        text.append("# HELP ").append(name).append(' ').append(escaped(help)).append('\n');
        return new Family(name, type.equals("counter") ? "_total" : type.equals("info") ? "_info" : "");
    }

    /** The whole, ended. */
    String end() {
        return text.append("# EOF\n").toString();
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
    }

    /** A family whose samples are being written. */
    final class Family {

        private final String name;
        private final String suffix;

        private Family(String name, String suffix) {
            this.name = name;
            this.suffix = suffix;
        }

        /** A sample; labels are name and value in turns. */
        Family sample(long value, String... labels) {
            return write(suffix, Long.toString(value), labels);
        }

        /** A sample with a fraction. */
        Family sample(double value, String... labels) {
            return write(suffix, number(value), labels);
        }

        /** A sample of a name of its own, as histograms have them. */
        Family part(String part, BigDecimal value, String... labels) {
            return write(part, plain(value), labels);
        }

        private Family write(String end, String value, String... labels) {
            text.append(name).append(end);
            for (int i = 0; i < labels.length; i += 2) {
                text.append(i == 0 ? '{' : ',')
                    .append(labels[i])
                    .append("=\"")
                    .append(escaped(labels[i + 1]))
                    .append('"');
            }
            text.append(labels.length == 0 ? " " : "} ").append(value).append('\n');
            return this;
        }
    }

    private static String number(double value) {
        return Double.isFinite(value) ? plain(BigDecimal.valueOf(value)) : "NaN";
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
