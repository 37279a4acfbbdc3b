package io.runwisp.model;

/** How the wait grows from one attempt to the next. */
public enum BackoffCurve implements Word {
    /** Always the base wait. */
    CONSTANT("constant"),
    /** The base wait times the number of the attempt. */
    LINEAR("linear"),
    /** The base wait, doubled with each attempt. */
    EXPONENTIAL("exponential");

    private final String word;

    BackoffCurve(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
