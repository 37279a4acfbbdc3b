package io.runwisp.output.text;

/** Finds a text in bytes. */
public sealed interface TextFinder permits BytesFinder, FoldedFinder {

    /** The index of the first place between two indexes where the text stands, or -1. */
    int find(byte[] bytes, int from, int to);

    /** A finder of a text that is not empty. */
    static TextFinder of(String text, boolean caseSensitive) {
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        return caseSensitive || ascii ? new BytesFinder(text, !caseSensitive) : new FoldedFinder(text);
    }
}
