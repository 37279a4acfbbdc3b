package io.runwisp.view.screen;

import io.runwisp.live.RunWindow;
import io.runwisp.model.UnitState;
import io.runwisp.view.run.Bars;
import io.runwisp.view.run.Rhythm;
import io.runwisp.view.run.RunRow;
import io.runwisp.view.runs.RunListView;
import io.runwisp.view.runs.RunsWanted;
import io.runwisp.view.unit.UnitView;
import io.runwisp.view.words.Mark;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.view.words.Times;
import io.runwisp.view.words.Tone;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.ParamResponse;
import io.runwisp.wire.unit.ReplicaStatus;
import io.runwisp.wire.unit.TaskResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task or a service.
 *
 * @param name what was asked for
 * @param unit how it stands; null when the configuration has none of this name any more, only its history
 * @param says what to say when there is none, or null
 * @param runs a page of its runs
 * @param page which page it is, counted from 0
 * @param pages how many there are, at least 1
 * @param details what its configuration says, by the keys of the file; empty when it is gone
 * @param variables what is put into the environment of its runs
 * @param params what a run can be given
 * @param replicas what each replica of a service does
 */
public record UnitScreen(String name, @Nullable UnitView unit, @Nullable String says, Rhythm rhythm, Bars history,
        RunListView runs, int page, int pages, List<Detail> details, List<Variable> variables,
        List<ParamResponse> params, List<Replica> replicas) {

    public UnitScreen {
        details = List.copyOf(details);
        variables = List.copyOf(variables);
        params = List.copyOf(params);
        replicas = List.copyOf(replicas);
    }

    /**
     * What it is made of, besides the unit.
     *
     * @param recent its newest runs, newest first
     * @param window the page of its runs that was asked for, and by {@code wanted}
     */
    public record Parts(List<Run> recent, RunWindow window, RunsWanted wanted, List<Detail> details,
            List<Variable> variables) {

        public Parts {
            recent = List.copyOf(recent);
            details = List.copyOf(details);
            variables = List.copyOf(variables);
        }
    }

    /**
     * The screen of a unit.
     *
     * @param unit null when the configuration has none of this name any more
     */
    public static UnitScreen of(String name, @Nullable TaskResponse unit, DaemonInfo info, Parts parts, Now now) {
        RunListView runs = RunListView.ofUnit(parts.window(), parts.wanted(), now);
        return new UnitScreen(name, unit == null ? null : UnitView.of(unit, info, now),
                unit == null ? "The configuration has no " + name + " any more; its history stays." : null,
                Rhythm.of(parts.recent(), now), Bars.of(parts.recent(), now), runs,
                parts.window().query().offset() / RunsScreen.ROWS, Pages.count(runs.total(), RunsScreen.ROWS),
                parts.details(), parts.variables(),
                unit == null || unit.task() == null ? List.of() : unit.task().params(),
                unit == null
                        ? List.of()
                        : unit.now().replicas().stream().map(replica -> replica(unit, replica, now)).toList());
    }

    private static Replica replica(TaskResponse unit, ReplicaStatus replica, Now now) {
        String label = RunRow.label(unit.name(), replica.index());
        UnitState state = UnitState.ofWord(replica.state()).orElse(UnitState.IDLE);
        String last = Optional.ofNullable(replica.lastExit())
            .map(exit -> "; last ended with exit " + exit.exitCode() + ", " + Times.away(exit.at(), now))
            .orElse("");
        String starts = replica.attempt() == 0
                ? ""
                : ", after " + Spans.count(replica.attempt(), "failed start", "failed starts");
        String runId = replica.runId() != null
                ? replica.runId()
                : replica.lastExit() == null ? "" : replica.lastExit().runId();
        String since = replica.since() == null ? "" : " for " + Spans.text(Duration.between(replica.since(), now.at()));
        return switch (state) {
            case RUNNING -> shown(replica, label, Mark.RUNNING, "running", Tone.GOOD, "Up" + since + last, runId);
            case STARTING ->
                shown(replica, label, Mark.WAITING, "starting", Tone.ACTIVE, "Not stable yet" + starts + last,
                        runId);
            case STOPPING -> shown(replica, label, Mark.RUNNING, "stopping", Tone.ACTIVE, "Told to end", runId);
            case RESTARTING -> shown(replica, label, Mark.DEGRADED, "restarting", Tone.WARN, "Starts again"
                    + (replica.nextStartAt() == null ? " soon" : " " + Times.away(replica.nextStartAt(), now)) + starts
                    + last, runId);
            case GAVE_UP -> shown(replica, label, Mark.DEAD, "gave up", Tone.BAD, "Given up" + starts + last, runId);
            case PENDING -> shown(replica, label, Mark.WAITING, "waiting", Tone.WAIT, "Waits for its start", runId);
            case STOPPED, PAUSED, IDLE ->
                shown(replica, label, Mark.OFF, "stopped", Tone.QUIET, "Stopped" + last, runId);
        };
    }

    private static Replica shown(ReplicaStatus replica, String label, Mark mark, String word, Tone tone,
            String sentence, String runId) {
        return new Replica(replica.index(), label, mark, word, tone, sentence + ".", runId, replica.since(),
                replica.nextStartAt());
    }

    /**
     * A key of the configuration.
     *
     * @param note more about it, or null
     */
    public record Detail(String key, String value, @Nullable String note) {
    }

    /**
     * Something in the environment of a run.
     *
     * @param value its value; of a secret, where it comes from
     */
    public record Variable(String name, String value, boolean secret) {
    }

    /**
     * A replica of a service.
     *
     * @param runId its run, or its last one; empty for none
     * @param since since when it is so, or null
     * @param nextAt when it is started again, or null
     */
    public record Replica(int index, String label, Mark mark, String word, Tone tone, String sentence, String runId,
            @Nullable Instant since, @Nullable Instant nextAt) {
    }
}
