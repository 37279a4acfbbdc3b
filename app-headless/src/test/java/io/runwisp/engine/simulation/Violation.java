package io.runwisp.engine.simulation;

/** A check does not hold. */
final class Violation extends AssertionError {

    private final String check;

    Violation(String check, String what) {
        super(check + ": " + what);
        this.check = check;
    }

    /** The check that does not hold. */
    String check() {
        return check;
    }
}
