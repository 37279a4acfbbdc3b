package io.runwisp.store;

import io.runwisp.model.RunSort;

/** What one walk through an index is ordered by. */
enum SortKey {
    CREATED("created", "created_at"),
    BEGUN("begun", "begun_at"),
    LENGTH("length", "length_ms");

    private final String suffix;
    private final String column;

    SortKey(String suffix, String column) {
        this.suffix = suffix;
        this.column = column;
    }

    /** What the names of its indexes end with. */
    String suffix() {
        return suffix;
    }

    String column() {
        return column;
    }

    /** Runs that are sorted by a word or by an exit code are equal in it by the thousand: within it, creation decides. */
    static SortKey of(RunSort.Field field) {
        return switch (field) {
            case TASK_NAME, STATUS, EXIT_CODE, CREATED_AT -> CREATED;
            case START_AT -> BEGUN;
            case DURATION -> LENGTH;
        };
    }
}
