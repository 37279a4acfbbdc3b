package io.runwisp.view.unit;

import io.runwisp.model.UnitState;
import io.runwisp.view.run.RunRow;
import io.runwisp.view.run.RunSentence;
import io.runwisp.view.words.Mark;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.view.words.Times;
import io.runwisp.view.words.Tone;
import io.runwisp.view.words.Verdict;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.ReplicaExit;
import io.runwisp.wire.unit.ReplicaStatus;
import io.runwisp.wire.unit.ServiceRules;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.TaskRules;
import io.runwisp.wire.unit.UnitNow;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How it stands with a unit: the mark, the word, and the sentence that says what is so and what comes next. */
record Standing(Mark mark, String word, Tone tone, String sentence, boolean needsYou) {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    static Standing ofTask(TaskResponse unit, Now at) {
        UnitNow now = unit.now();
        Run last = now.lastRun();
        String queue = now.queued() == 0 ? "" : ", " + Spans.count(now.queued(), "run", "runs") + " waiting behind it";
        return switch (state(now)) {
            case RUNNING, STARTING ->
                new Standing(Mark.RUNNING, "running", Tone.ACTIVE, "Running" + length(last, at) + queue + ".", false);
            case STOPPING -> new Standing(Mark.RUNNING, "stopping", Tone.ACTIVE,
                    "Told to end" + queue + ".", false);
            case PENDING -> new Standing(Mark.WAITING, "waiting", Tone.WAIT,
                    Spans.count(Math.max(1, now.queued()), "run waits", "runs wait") + " for a start.", false);
            case PAUSED -> new Standing(Mark.PAUSED, "paused", Tone.WAIT, "Schedule paused"
                    + Optional.ofNullable(now.pausedAt()).map(since -> " since " + Times.clock(since, at)).orElse("")
                    + "; it can still be run by hand.", false);
            case RESTARTING, STOPPED, GAVE_UP, IDLE -> atRest(unit, at);
        };
    }

    private static Standing atRest(TaskResponse unit, Now at) {
        UnitNow now = unit.now();
        Run last = now.lastRun();
        Instant retry = now.retryAt();
        if (last == null) {
            return new Standing(Mark.WAITING, "no run yet", Tone.QUIET,
                    "It has not run yet" + comes(unit, at) + ".", false);
        }
        Verdict verdict = Verdict.of(last);
        String sentence = verdict.failure()
                ? RunSentence.of(last, List.of(), now.nextRunAt(), at)
                : RunSentence.of(last, List.of(), null, at).replaceFirst("\\.$", "") + ", "
                        + Times.away(last.endAt() == null ? last.createdAt() : last.endAt(), at) + comes(unit, at)
                        + ".";
        if (retry != null) {
            return new Standing(Mark.DEGRADED, "retrying", Tone.WARN, sentence, true);
        }
        return new Standing(verdict.mark(), verdict.word(), verdict.tone(), sentence, verdict.failure());
    }

    private static String comes(TaskResponse unit, Now at) {
        Instant next = unit.now().nextRunAt();
        TaskRules rules = unit.task();
        if (next != null) {
            return "; next run " + Times.slot(next, at);
        }
        return rules == null || rules.cron() == null ? "; it runs when somebody asks for it" : "";
    }

    static Standing ofService(TaskResponse unit, Now at) {
        UnitNow now = unit.now();
        List<ReplicaStatus> replicas = now.replicas();
        long up = replicas.stream().filter(replica -> replica.state().equals(UnitState.RUNNING.word())).count();
        String ups = replicas.size() == 1 ? "" : up + " of " + replicas.size() + " up; ";
        return switch (state(now)) {
            case RUNNING -> unsettled(unit, at)
                .map(replica -> new Standing(Mark.DEGRADED, "unsettled", Tone.WARN,
                        up(unit, up, at) + "; " + failed(unit, replica) + ", and has yet to stay up for "
                                + Spans.text(settling(unit)) + ".",
                        true))
                .orElseGet(() -> new Standing(Mark.RUNNING, "running", Tone.GOOD, up(unit, up, at) + ".", false));
            case STARTING -> new Standing(Mark.WAITING, "starting", Tone.ACTIVE,
                    ups + "started and not stable yet.", false);
            case PENDING -> new Standing(Mark.WAITING, "waiting", Tone.WAIT, ups + "waits for its start.", false);
            case RESTARTING -> new Standing(Mark.DEGRADED, "restarting", Tone.WARN,
                    ups + worst(unit, UnitState.RESTARTING).map(replica -> restarting(unit, replica, at))
                        .orElse("it waits for its next start."),
                    worst(unit, UnitState.RESTARTING).filter(replica -> replica.attempt() > 0).isPresent());
            case STOPPING -> new Standing(Mark.RUNNING, "stopping", Tone.ACTIVE, ups + "told to end.", false);
            case GAVE_UP -> new Standing(Mark.DEAD, "gave up", Tone.BAD, ups + worst(unit, UnitState.GAVE_UP)
                .map(replica -> gaveUp(unit, replica))
                .orElse("it was given up") + "; start it once the cause is gone.", true);
            case STOPPED, PAUSED, IDLE -> new Standing(Mark.OFF, "stopped", Tone.QUIET,
                    "Stopped until it is started, or the daemon is.", false);
        };
    }

    private static String up(TaskResponse unit, long up, Now at) {
        Optional<Instant> since = unit.now()
            .replicas()
            .stream()
            .flatMap(replica -> Optional.ofNullable(replica.since()).stream())
            .max(Instant::compareTo);
        int all = unit.now().replicas().size();
        return (all == 1 ? "Up" : up + " of " + all + " up")
                + since.map(start -> " for " + Spans.text(Duration.between(start, at.at()))).orElse("");
    }

    /** The replica that has failed most often and has not been up for so long since then that this would be forgotten. */
    private static Optional<ReplicaStatus> unsettled(TaskResponse unit, Now at) {
        Instant settled = at.at().minus(settling(unit));
        return unit.now()
            .replicas()
            .stream()
            .filter(replica -> replica.attempt() > 0
                    && Optional.ofNullable(replica.since()).filter(settled::isBefore).isPresent())
            .max(Comparator.comparingInt(ReplicaStatus::attempt));
    }

    /** How long a replica must be up to be well; where a command tells whether it is well, that is enough. */
    private static Duration settling(TaskResponse unit) {
        ServiceRules rules = unit.service();
        return rules == null || rules.healthChecked() || rules.backoffResetAfter() == null
                ? Duration.ZERO
                : rules.backoffResetAfter();
    }

    private static String restarting(TaskResponse unit, ReplicaStatus replica, Now at) {
        Instant next = replica.nextStartAt();
        return failed(unit, replica) + (next == null ? "" : "; starts again " + soon(next, at)) + ".";
    }

    private static String failed(TaskResponse unit, ReplicaStatus replica) {
        ReplicaExit exit = replica.lastExit();
        return RunRow.label(unit.name(), replica.index())
                + (exit == null ? " ended" : " ended with exit " + exit.exitCode())
                + (replica.attempt() > 0 ? ", " + Spans.count(replica.attempt(), "failed start", "failed starts") : "");
    }

    private static String soon(Instant next, Now at) {
        return next.isBefore(at.at().plus(AT_ONCE)) ? "at once" : Times.away(next, at);
    }

    private static String gaveUp(TaskResponse unit, ReplicaStatus replica) {
        ReplicaExit exit = replica.lastExit();
        return RunRow.label(unit.name(), replica.index()) + " was given up after "
                + Spans.count(replica.attempt(), "failed start", "failed starts")
                + (exit == null ? "" : ", the last with exit " + exit.exitCode());
    }

    private static Optional<ReplicaStatus> worst(TaskResponse unit, UnitState state) {
        return unit.now().replicas().stream().filter(replica -> replica.state().equals(state.word())).findFirst();
    }

    private static String length(@Nullable Run last, Now at) {
        Instant start = last == null || last.endReason() != null ? null : last.startAt();
        return start == null ? "" : " for " + Spans.text(Duration.between(start, at.at()));
    }

    private static UnitState state(UnitNow now) {
        return UnitState.ofWord(now.state()).orElse(UnitState.IDLE);
    }
}
