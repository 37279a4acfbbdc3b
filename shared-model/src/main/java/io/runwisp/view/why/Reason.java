package io.runwisp.view.why;

/** What an answer rests on. */
enum Reason {
    /** The daemon did not run. */
    DAEMON,
    /** The journal could not be written. */
    JOURNAL,
    /** The clock was set or jumped. */
    CLOCK,
    /** The configuration had no such unit. */
    PRESENCE,
    /** The schedule was paused. */
    PAUSE,
    /** Something was due, or nothing was. */
    SLOT,
    /** What became of the run. */
    ROW,
    /** How the unit stands now. */
    STATE
}
