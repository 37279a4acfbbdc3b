package io.runwisp.engine;

import io.runwisp.engine.definition.RunRules;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the engine knows about a run that is not over.
 *
 * @param run its row as it was last decided
 * @param rules what holds for it, from its start on
 * @param ladder how it is being ended, or null when it is not
 * @param why why it is being ended, for people, or null
 * @param fault what went wrong with it, for people, or null
 * @param chainEnds whether nothing may follow it: somebody has stopped it
 */
record RunLife(Run run, RunRules rules, RunStage stage, @Nullable StopLadder ladder, @Nullable String why,
        @Nullable String fault, boolean chainEnds) {

    /** A run whose row is not on the disk yet. */
    static RunLife creating(Run run, RunRules rules) {
        return new RunLife(run, rules, new RunStage.Creating(), null, null, null, false);
    }

    /** A run whose row is on the disk. */
    static RunLife waiting(Run run, RunRules rules) {
        return new RunLife(run, rules, new RunStage.Waiting(), null, null, null, false);
    }

    /** Its identity. */
    RunId id() {
        return run.id();
    }

    RunLife with(Run row) {
        return new RunLife(row, rules, stage, ladder, why, fault, chainEnds);
    }

    RunLife with(RunRules newRules) {
        return new RunLife(run, newRules, stage, ladder, why, fault, chainEnds);
    }

    RunLife at(RunStage next) {
        return new RunLife(run, rules, next, ladder, why, fault, chainEnds);
    }

    RunLife on(@Nullable StopLadder next) {
        return new RunLife(run, rules, stage, next, why, fault, chainEnds);
    }

    RunLife because(String reason) {
        return new RunLife(run, rules, stage, ladder, reason, fault, chainEnds);
    }

    RunLife faulty(String what) {
        return new RunLife(run, rules, stage, ladder, why, fault == null ? what : fault, chainEnds);
    }

    RunLife withoutSequel() {
        return new RunLife(run, rules, stage, ladder, why, fault, true);
    }

    /** Whether something of it may live: a process was asked for, and not all of it is gone. */
    boolean hasProcess() {
        return switch (stage) {
            case RunStage.Ahead _,RunStage.Unmade _,RunStage.Launching _,RunStage.Gated _,RunStage.Running _,RunStage.Exited _ ->
                true;
            case RunStage.Creating _,RunStage.Waiting _,RunStage.Ending _ -> false;
        };
    }

    /** Whether it is being ended, or is over. */
    boolean dying() {
        return run.stop() != null || stage instanceof RunStage.Unmade || stage instanceof RunStage.Exited
                || stage instanceof RunStage.Ending;
    }

    /** When it wants to be told that time has passed; {@link StopLadder#NEVER} when it does not. */
    long deadline() {
        if (ladder != null) {
            return ladder.nextAt();
        }
        if (stage instanceof RunStage.Running(long since) && !rules.timeout().isZero()) {
            long most = Long.MAX_VALUE - Math.max(since, 0);
            long wait = rules.timeout().compareTo(Duration.ofNanos(most)) > 0
                    ? most
                    : rules.timeout().toNanos();
            return since + wait;
        }
        return StopLadder.NEVER;
    }
}
