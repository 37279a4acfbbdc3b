package io.runwisp.engine;

import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.util.List;
import java.util.Map;

/** What the engine wants done. Others do it and report back; the order within one answer of the engine counts. */
public sealed interface EngineEffect {

    /** Hand this batch to the journal; {@link EngineMessage.Committed} or {@link EngineMessage.NotCommitted} follows. */
    record WriteJournal(long batch, List<RunJournalChange> changes) implements EngineEffect {

        public WriteJournal {
            changes = List.copyOf(changes);
        }
    }

    /** See {@link ProcessLauncher#launch}. */
    record LaunchProcess(ProcessLauncher.Launch launch) implements EngineEffect {
    }

    /** See {@link ProcessLauncher#release}. */
    record ReleaseProcess(RunId run) implements EngineEffect {
    }

    /** See {@link ProcessLauncher#signal}. */
    record SignalProcess(RunId run, StopSignal signal) implements EngineEffect {
    }

    /** See {@link ProcessLauncher#closeOutput}. */
    record CloseOutput(RunId run) implements EngineEffect {
    }

    /** See {@link ProcessLauncher#say}. */
    record SayInLog(RunId run, String text) implements EngineEffect {
    }

    /** See {@link ProcessLauncher#probe}. */
    record StartProbe(ProcessLauncher.Probe probe) implements EngineEffect {
    }

    /** See {@link ProcessLauncher#cancelProbe}. */
    record CancelProbe(RunId replica) implements EngineEffect {
    }

    /** Answer whoever asked with this ticket. */
    record Answer(long ticket, CommandResult result) implements EngineEffect {
    }

    /** A line in the log of the daemon. */
    record Narrate(Level level, String text) implements EngineEffect {

        /** How much it matters. */
        public enum Level {
            /** Ordinary. */
            INFO,
            /** Worth a look. */
            WARN,
            /** Something is wrong. */
            ERROR
        }
    }

    /** Let retention look for what may go. */
    record SweepRetention() implements EngineEffect {
    }

    /** Everything has ended, and every row is on the disk or never will be: the daemon may exit. */
    record Finished() implements EngineEffect {
    }

    /** What came of a command. */
    sealed interface CommandResult {
    }

    /** A run was asked for, and this is its row as it was first committed. */
    record Triggered(Run run) implements CommandResult {
    }

    /**
     * It is done, or under way.
     *
     * @param text what will happen, for people
     */
    record Accepted(String text) implements CommandResult {
    }

    /** A run is over, and its end is on the disk; or it is not known. */
    record RunIsOver() implements CommandResult {
    }

    /** What units do at this moment. */
    record UnitsSeen(List<UnitPicture> units) implements CommandResult {

        public UnitsSeen {
            units = List.copyOf(units);
        }
    }

    /**
     * How the schedules of tasks stand.
     *
     * @param stalled whether nothing may start because the journal cannot be written
     */
    record SchedulesSeen(Map<String, ScheduleStanding> tasks, boolean stalled) implements CommandResult {

        public SchedulesSeen {
            tasks = Map.copyOf(tasks);
        }
    }

    /**
     * The units were replaced, and it is on the disk; or so it would be.
     *
     * @param plan what it meant
     */
    record Reloaded(ReloadPlan plan) implements CommandResult {
    }

    /**
     * It cannot be done, and nothing was changed.
     *
     * @param text why, for people
     */
    record Rejected(Reason reason, String text) implements CommandResult {
    }

    /** Why a command was rejected. */
    enum Reason {
        /** There is no such unit or run. */
        UNKNOWN,
        /** It is made for the other kind of unit. */
        WRONG_KIND,
        /** The configuration forbids it. */
        FORBIDDEN,
        /** The parameters do not fit. */
        BAD_PARAMS,
        /** It makes no sense in this state. */
        NOT_NOW,
        /** The journal cannot be written, so nothing new may start. */
        STALLED,
        /** The daemon is about to end. */
        STOPPING
    }
}
