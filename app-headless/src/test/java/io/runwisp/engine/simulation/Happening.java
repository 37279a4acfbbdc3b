package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineEffect;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.Moment;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.RunId;
import java.time.Duration;
import java.util.List;

/** Something that happened in a world: all that checks see. */
sealed interface Happening {

    /** When. */
    Moment at();

    /** The engine was told this. */
    record Told(Moment at, EngineMessage message) implements Happening {
    }

    /** The engine wanted this, and it was handed on. */
    record Wanted(Moment at, EngineEffect effect) implements Happening {
    }

    /** These changes are on the disk. */
    record Durable(Moment at, List<RunJournalChange> changes, List<Long> sequences) implements Happening {
    }

    /** The process of a run began to execute its script. */
    record Began(Moment at, RunId run, ProcessIdentity process) implements Happening {
    }

    /** A daemon started; recovery is behind it and the engine is about to begin. */
    record DaemonUp(Moment at) implements Happening {
    }

    /** The daemon was killed. */
    record DaemonKilled(Moment at, boolean reboot) implements Happening {
    }

    /** The wall clock was set, or the machine slept. */
    record ClockMoved(Moment at, Duration by, boolean slept) implements Happening {
    }
}
