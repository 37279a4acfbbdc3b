package io.runwisp.output.read.search;

/** When a search has to stop. Asked between blocks of some hundred kilobytes. */
@FunctionalInterface
public interface Deadline {

    /** Never. */
    Deadline NONE = () -> false;

    /** Whether time is up. */
    boolean hasPassed();
}
