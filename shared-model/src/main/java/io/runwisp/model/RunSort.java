package io.runwisp.model;

/**
 * In which order runs are listed. Runs that are equal by the field are ordered by their creation, in the same direction.
 *
 * @param descending greatest first
 */
public record RunSort(Field field, boolean descending) {

    /** Newest first. */
    public static final RunSort NEWEST = new RunSort(Field.CREATED_AT, true);

    /** What can be sorted by. */
    public enum Field implements Word {
        /** The unit's name. */
        TASK_NAME("task_name"),
        /** The word that people are shown: the end reason, or the phase of what is not over. */
        STATUS("status"),
        /** The start; of what has not started, the creation. */
        START_AT("start_at"),
        /** The exit code. */
        EXIT_CODE("exit_code"),
        /** How long it ran; 0 for what did not run or is not over. */
        DURATION("duration"),
        /** The creation. */
        CREATED_AT("created_at");

        private final String word;

        Field(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
