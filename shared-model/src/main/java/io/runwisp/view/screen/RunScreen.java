package io.runwisp.view.screen;

import io.runwisp.view.run.Bars;
import io.runwisp.view.run.Rhythm;
import io.runwisp.view.run.RunRow;
import io.runwisp.view.unit.UnitView;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Tone;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.TaskResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run. Its output is no part of it.
 *
 * @param verdict the beginning of the sentence: what became of it
 * @param rest the rest of it, as it goes on: what is usual, the failures before it, what comes next; empty for nothing
 * @param live whether it waits or runs
 * @param unit its unit; null when the configuration has none of this name any more
 * @param runs the runs of its unit around it, newest first
 * @param newer the next newer run of its unit; empty for none
 * @param older the next older run of its unit; empty for none
 * @param attemptBefore the run that it retries; empty for none
 * @param attemptAfter the run that retries it; empty for none
 * @param lastGood the newest success of its unit before it; empty for none
 * @param params what it was given
 */
public record RunScreen(RunRow row, String verdict, String rest, Tone tone, boolean live, @Nullable UnitView unit,
        List<Fact> facts, Instant createdAt, @Nullable Instant startedAt, @Nullable Instant endedAt,
        List<RunAction> actions, List<Param> params, Rhythm rhythm, Bars history, List<RunRow> runs, String newer,
        String older, String attemptBefore, String attemptAfter, String lastGood) {

    /** How many runs around it are shown. */
    public static final int AROUND = 30;

    public RunScreen {
        facts = List.copyOf(facts);
        actions = List.copyOf(actions);
        params = List.copyOf(params);
        runs = List.copyOf(runs);
    }

    /**
     * What it is made of, besides the run.
     *
     * @param unit its unit, or null when the configuration has none of this name any more
     * @param newer newer runs of its unit, oldest first
     * @param older older runs of its unit, newest first
     * @param lastGood the newest success of its unit before it, or null
     * @param params what it was given
     * @param lines how many lines it has printed, or null when nobody knows
     */
    public record Parts(@Nullable TaskResponse unit, DaemonInfo info, List<Run> newer, List<Run> older,
            @Nullable Run lastGood, List<Param> params, @Nullable Long lines) {

        public Parts {
            newer = List.copyOf(newer);
            older = List.copyOf(older);
            params = List.copyOf(params);
        }
    }

    /** The screen of a run. */
    public static RunScreen of(Run run, Parts parts, Now now) {
        return new RunPage(run, parts, now).screen();
    }

    /** Something that is known about it. */
    public record Fact(String name, String value) {
    }

    /**
     * A value that it was given.
     *
     * @param value null when it was left out on purpose
     */
    public record Param(String key, @Nullable String value) {
    }
}
