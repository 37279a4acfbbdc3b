package io.runwisp.engine;

import io.runwisp.model.EventKind;

/** What is to be done about a run. */
sealed interface RunDeed {

    /** Somebody else is to do this. */
    record Do(EngineEffect effect) implements RunDeed {
    }

    /** Its row is to be written, as it is now, with an event of this kind. */
    record Save(RunInput.Row row, String event) implements RunDeed {
    }

    /** Its process is to be started. */
    record Launch() implements RunDeed {
    }

    /** An event about it that changes no row. */
    record Tell(EventKind kind, String error) implements RunDeed {
    }

    /** It is over; what follows is decided, and its last row is written. */
    record Conclude(EndReasons.Verdict verdict) implements RunDeed {
    }

    /** Its gate was opened. */
    record Begun() implements RunDeed {
    }

    /** It is Waiting now. */
    record Ready() implements RunDeed {
    }

    /** Its last row is on the disk, or never will be: it is forgotten. */
    record Forget() implements RunDeed {
    }
}
