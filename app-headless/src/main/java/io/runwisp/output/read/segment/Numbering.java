package io.runwisp.output.read.segment;

import io.runwisp.output.format.LogMeta;

/**
 * The absolute numbers of the first lines of both segments.
 *
 * @param previous of the segment that was rotated away; without meaning when there is none
 * @param current of the current segment
 */
record Numbering(long previous, long current) {

    /**
     * Reads them off the meta file, which a crash may have left one step in front of the files.
     *
     * @param previousLines the lines of the previous segment, or -1 when there is none
     * @param hasCurrent whether there is a current segment
     */
    static Numbering of(LogMeta meta, long previousLines, boolean hasCurrent) {
        long rotated = meta.rotatedLines();
        if (previousLines < 0) {
            return new Numbering(rotated, rotated);
        }
        if (meta.rotating() && !hasCurrent) {
            // The text has its new name already, and the new segment is created last.
            return new Numbering(rotated, rotated + previousLines);
        }
        if (meta.previousStart().isPresent()) {
            return new Numbering(meta.previousStart().getAsLong(), rotated);
        }
        // Other writers do not say where the previous segment begins, and write nothing before their first rotation is through.
        return rotated >= previousLines
                ? new Numbering(rotated - previousLines, rotated)
                : new Numbering(0, previousLines);
    }
}
