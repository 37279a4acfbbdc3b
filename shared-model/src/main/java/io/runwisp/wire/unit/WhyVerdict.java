package io.runwisp.wire.unit;

import io.runwisp.model.Word;

/** What became of a unit at a time. */
public enum WhyVerdict implements Word {
    /** A run took place. */
    RAN("ran"),
    /** A run is on record and waits for its start. */
    WAITING("waiting"),
    /** A slot was due and none took place; the row or the causes tell why. */
    DID_NOT_RUN("did_not_run"),
    /** Nothing was due at that time. */
    NO_SLOT("no_slot"),
    /** The configuration had no such unit at that time. */
    NOT_THERE("not_there"),
    /** That time has not come. */
    NOT_YET("not_yet"),
    /** That time is before the oldest record. */
    NOT_RECORDED("not_recorded");

    private final String word;

    WhyVerdict(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
