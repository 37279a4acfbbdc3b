package io.runwisp.engine;

import io.runwisp.model.Folding;
import io.runwisp.model.Occurrence;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import java.time.Instant;

/** One change of what the journal holds. Instants are kept to the millisecond. */
public sealed interface RunJournalChange {

    /** The row of this run is this, whether there was one or not. */
    record SaveRun(Run run) implements RunJournalChange {
    }

    /** The row of this run goes. A run that is not over stays; one that is gone already is no fault. */
    record DeleteRun(RunId id) implements RunJournalChange {
    }

    /** This run is deleted for everybody who looks, until it is shown again or its row goes. A run that is not over, or whose retry is to come, stays. */
    record HideRun(RunId id, Instant at) implements RunJournalChange {
    }

    /** The deletion of this run is taken back; one that is gone already is no fault. */
    record ShowRun(RunId id) implements RunJournalChange {
    }

    /**
     * An event is added; its sequence number is in the receipt.
     *
     * @param payload what subscribers get, as JSON
     */
    record AppendEvent(String kind, Instant at, String payload) implements RunJournalChange {
    }

    /** A schedule is accounted for up to here. */
    record MoveWatermark(Watermark watermark) implements RunJournalChange {
    }

    /** A unit has no schedule any more. */
    record DropWatermark(String taskName) implements RunJournalChange {
    }

    /** This holds from now on; what held of the same kind and subject ends at the same instant. */
    record OpenFact(FactKind kind, String subject, Instant from, String detail) implements RunJournalChange {
    }

    /** What held of this kind and subject has ended. */
    record CloseFact(FactKind kind, String subject, Instant until) implements RunJournalChange {
    }

    /** Facts that ended before this instant are forgotten. */
    record ForgetFacts(Instant endedBefore) implements RunJournalChange {
    }

    /** What is remembered about a unit is this. */
    record SaveRegistration(Registration registration) implements RunJournalChange {
    }

    /** Nothing is remembered about this unit. */
    record DropRegistration(String taskName) implements RunJournalChange {
    }

    /** A named value of the daemon itself. */
    record SaveSetting(String key, String value) implements RunJournalChange {
    }

    /** A named value of the daemon itself goes; one that is gone already is no fault. */
    record DropSetting(String key) implements RunJournalChange {
    }

    /**
     * The bell tells of something: in the newest row of its fingerprint when that still takes it, else in a new one. Everything of one commit that goes into
     * one row is one event.
     *
     * @param id of the row, should it be a new one
     */
    record RingBell(String id, Occurrence occurrence, Folding folding) implements RunJournalChange {
    }

    /** A row of the bell is read, or unread; one that is gone already is no fault. */
    record MarkNotice(String id, boolean read, Instant at) implements RunJournalChange {
    }

    /** All rows of the bell are read. */
    record MarkAllNotices(Instant at) implements RunJournalChange {
    }

    /** Of the rows of the bell only the newest stay, and of these only those that told of something since an instant. */
    record ForgetNotices(int keep, Instant lastBefore, Instant at) implements RunJournalChange {
    }
}
