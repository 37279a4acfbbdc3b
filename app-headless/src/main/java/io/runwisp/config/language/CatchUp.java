package io.runwisp.config.language;

/**
 * How many missed slots are run at start.
 *
 * @param mode which of them
 * @param cap the most, or 0 where {@code max_catch_up_runs} decides
 */
public record CatchUp(Mode mode, int cap) {

    /** The newest slot only. */
    public static final CatchUp LATEST = new CatchUp(Mode.LATEST, 1);

    /** Which slots. */
    public enum Mode {
        /** None. */
        SKIP,
        /** The newest. */
        LATEST,
        /** All, oldest first. */
        ALL
    }
}
