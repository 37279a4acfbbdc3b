package io.runwisp.config.toml;

import io.runwisp.config.problem.Place;
import java.util.List;
import java.util.Map;

/** A value of a TOML file and where it stands. */
public sealed interface Node {

    /** Where the value stands; for a table, where its name stands. */
    Place place();

    /** What it is, with its article: {@code a string}. */
    String kind();

    /** A string. */
    record Text(String value, Place place) implements Node {

        @Override
        public String kind() {
            return "a string";
        }

        /** The place of a part of the string, when the source shows the string as it is; else the whole. */
        public Place part(int offset, int length) {
            String line = place.file().line(place.line());
            int quotes = line.startsWith("\"\"\"", place.column() - 1) || line.startsWith("'''", place.column() - 1)
                    ? 3
                    : 1;
            int from = place.column() - 1 + quotes;
            return line.startsWith(value, Math.min(from, line.length()))
                    ? new Place(place.file(), place.line(), from + 1, Math.max(1, value.length())).part(offset, length)
                    : place;
        }
    }

    /** A whole number. */
    record Whole(long value, Place place) implements Node {

        @Override
        public String kind() {
            return "an integer";
        }
    }

    /** A number with a fraction. */
    record Fraction(double value, Place place) implements Node {

        @Override
        public String kind() {
            return "a float";
        }
    }

    /** True or false. */
    record Truth(boolean value, Place place) implements Node {

        @Override
        public String kind() {
            return "a boolean";
        }
    }

    /** A date, a time or both, as {@code java.time} value. */
    record Moment(Object value, Place place) implements Node {

        @Override
        public String kind() {
            return "a date or time";
        }
    }

    /** An array; a list of {@code [[tables]]} too. */
    record Items(List<Node> items, Place place) implements Node {

        @Override
        public String kind() {
            return "an array";
        }
    }

    /** A table, its entries in the order of the file. */
    record Table(Map<String, Entry> entries, Place place) implements Node {

        @Override
        public String kind() {
            return "a table";
        }
    }

    /** A key with its value. */
    record Entry(String key, Place keyPlace, Node value) {
    }
}
