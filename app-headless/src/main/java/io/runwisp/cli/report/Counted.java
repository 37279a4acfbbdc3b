package io.runwisp.cli.report;

/** A number with its noun: {@code 1 problem}, {@code 2 problems}. */
public final class Counted {

    private Counted() {
    }

    /** The count of things whose plural takes an s. */
    public static String of(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
