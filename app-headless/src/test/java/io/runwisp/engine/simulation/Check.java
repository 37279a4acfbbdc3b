package io.runwisp.engine.simulation;

import io.runwisp.engine.Moment;

/** Something that must hold in every world. */
abstract class Check {

    /** What was committed, as far as this has been told. */
    protected final Ledger ledger;

    Check(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Something happened; the ledger knows of it already. */
    void see(Happening happening) {
    }

    /** Time has come to here, and nothing waits to be handled. */
    void quiet(Moment now) {
    }

    /** Faults are off, commands have ended, and time was given: everything must have come to rest. */
    void settled(Moment now) {
    }

    /** It does not hold. */
    final Violation violation(String what) {
        return new Violation(getClass().getSimpleName(), what);
    }
}
