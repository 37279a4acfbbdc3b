package io.runwisp.schedule;

/** What came of reading the text of a schedule. */
public sealed interface ParseResult {

    /**
     * The text is well formed.
     *
     * @param schedule what it says
     * @param datesOffset where the part that chooses dates begins in the text
     * @param datesLength how long that part is
     */
    record Parsed(Schedule schedule, int datesOffset, int datesLength) implements ParseResult {
    }

    /**
     * The text cannot be read.
     *
     * @param offset where the offending part begins in the text, from 0
     * @param length how long it is, at least 1
     * @param reason what is wrong, e.g. {@code minute 75 is outside 0-59}
     * @param remedy what to write instead
     */
    record Rejected(int offset, int length, String reason, String remedy) implements ParseResult {

        /** Points at one character at least, so that there is always something to underline. */
        public Rejected {
            length = Math.max(1, length);
        }
    }
}
