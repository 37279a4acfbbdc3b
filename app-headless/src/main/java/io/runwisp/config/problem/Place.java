package io.runwisp.config.problem;

import java.util.Comparator;

/**
 * A stretch of text in a file.
 *
 * @param line from 1; 0 means the file as a whole
 * @param column from 1, counted in UTF-16 units
 * @param length at least 1, within the line
 */
public record Place(SourceFile file, int line, int column, int length) implements Comparable<Place> {

    private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::line)
        .thenComparingInt(Place::column);

    /** A file as a whole: it could not be read, or something is missing from it. */
    public static Place wholeFile(SourceFile file) {
        return new Place(file, 0, 0, 1);
    }

    /** A part of this place, for a fault inside a text: offset and length are cut to what the place holds. */
    public Place part(int offset, int partLength) {
        int from = Math.clamp(offset, 0, Math.max(0, length - 1));
        return new Place(file, line, column + from, Math.clamp(partLength, 1, Math.max(1, length - from)));
    }

    /** Orders within one file; files are ordered by the collector, which knows in which order they were read. */
    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
