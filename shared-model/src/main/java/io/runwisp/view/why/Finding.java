package io.runwisp.view.why;

import io.runwisp.model.EndReason;
import io.runwisp.model.RunPhase;
import io.runwisp.model.UnitState;
import io.runwisp.model.Word;
import io.runwisp.view.run.RunSentence;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.view.words.Times;
import io.runwisp.view.words.Tone;
import io.runwisp.view.words.Verdict;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.UnitNow;
import io.runwisp.wire.unit.Why;
import io.runwisp.wire.unit.WhyCause;
import io.runwisp.wire.unit.WhyVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer comes to: its headline, what it rests on, and what to do about it. */
record Finding(String headline, Tone tone, Reason reason, @Nullable String advice) {

    static Finding of(Why why, @Nullable TaskResponse unit, Now now) {
        String name = why.taskName();
        Optional<WhyVerdict> verdict = Word.find(WhyVerdict.values(), why.verdict());
        if (verdict.isEmpty()) {
            return new Finding("A newer daemon says of " + name + ": " + why.verdict().replace('_', ' ') + ".",
                    Tone.QUIET, Reason.ROW, null);
        }
        Run run = why.run();
        return switch (verdict.get()) {
            case RAN -> run == null
                    ? new Finding(name + " ran.", Tone.GOOD, Reason.ROW, null)
                    : ran(name, run, now);
            case WAITING -> waiting(name, run, now);
            case DID_NOT_RUN -> run == null ? withoutRow(why, now) : withRow(why, run, now);
            case NO_SLOT -> noSlot(why, unit, now);
            case NOT_THERE -> new Finding(name + " was not in the configuration " + at(why, now) + ".", Tone.WARN,
                    Reason.PRESENCE,
                    "If it was in the file by then, the file had not been taken: runwisp reload --dry-run"
                            + " says what differs now.");
            case NOT_YET -> new Finding("That time has not come"
                    + (why.nextSlot() == null ? "." : "; " + name + " is due " + Times.when(why.nextSlot(), now) + "."),
                    Tone.WAIT, Reason.SLOT, null);
            case NOT_RECORDED -> new Finding("Nothing is on record about " + name + " " + at(why, now) + ".",
                    Tone.QUIET, Reason.ROW,
                    "Either it is older than what is kept, or the run that answers it has been deleted.");
        };
    }

    private static Finding ran(String name, Run run, Now now) {
        Instant start = run.startAt() == null ? run.createdAt() : run.startAt();
        String verb = run.endReason() == null ? " began " : " ran ";
        return new Finding(name + verb + Times.when(start, now) + ": "
                + RunSentence.of(run, List.of(), null, now), Verdict.of(run).tone(), Reason.ROW,
                Verdict.of(run).failure() ? "Its log says more: runwisp logs " + name + "." : null);
    }

    private static Finding waiting(String name, @Nullable Run run, Now now) {
        Instant retry = run == null ? null : run.retryAt();
        if (run == null || retry == null) {
            return new Finding(name + " waited for its start"
                    + (run == null ? "." : ", since " + Times.clock(run.createdAt(), now) + "."), Tone.WAIT, Reason.ROW,
                    "It starts when what runs before it ends: runwisp status says what that is.");
        }
        return new Finding(name + " had failed and waited for its next try, due " + Times.when(retry, now) + ".",
                Tone.WAIT, Reason.ROW, null);
    }

    /** A slot has a row that says why nothing ran. */
    private static Finding withRow(Why why, Run run, Now now) {
        String begin = why.taskName() + " did not run " + Times.when(slot(why), now) + ": ";
        Verdict verdict = Verdict.of(run);
        Optional<EndReason> reason = Optional.ofNullable(run.endReason()).flatMap(EndReason::ofWord);
        if (reason.isEmpty()) {
            return new Finding(begin + verdict.word() + ".", verdict.tone(), Reason.ROW, null);
        }
        return switch (reason.get()) {
            case MISSED -> missed(why, begin, now);
            case SKIPPED -> new Finding(begin + "an earlier run was still going on.", verdict.tone(), Reason.ROW,
                    "It says on_overlap = \"skip\"; with \"queue\" it would have waited. If the earlier run took"
                            + " unusually long, look at that one.");
            case QUEUE_FULL -> new Finding(begin + "as many runs as allowed were waiting already.", Tone.WARN,
                    Reason.ROW, "Its runs come faster than they end: shorten them, run them less often, or raise"
                            + " parallelism. max_queued only makes the queue longer.");
            case DST_SKIPPED -> new Finding(begin + "the clocks were changed, and it runs once in that night.",
                    verdict.tone(), Reason.ROW, null);
            case STOPPED, DAEMON_STOPPED -> new Finding(begin + "it waited, and was dropped before its turn came.",
                    verdict.tone(), Reason.ROW, null);
            default -> new Finding(begin + "it could not be started"
                    + (run.message() == null ? "." : " (" + run.message().replaceFirst("\\.$", "") + ")."), Tone.BAD,
                    Reason.ROW,
                    "Check its shell, user and working_dir: runwisp validate names what is wrong in the file.");
        };
    }

    private static Finding missed(Why why, String begin, Now now) {
        String advice = "If its work is still wanted: runwisp run-task " + why.taskName()
                + ". With catch_up = \"latest\" the daemon does that by itself.";
        WhyCause down = cause(why, "daemon_down");
        if (down != null) {
            return new Finding(begin + "the daemon was down " + span(down, now) + ".", Tone.WARN, Reason.DAEMON,
                    advice);
        }
        WhyCause step = cause(why, "clock_step");
        if (step != null) {
            return new Finding(begin + "the clock jumped over it.", Tone.WARN, Reason.CLOCK, advice);
        }
        return new Finding(begin + "its time passed while the daemon was down, the machine slept or the clock jumped.",
                Tone.WARN, Reason.ROW, advice);
    }

    /** A slot has no row: what held then must explain it. */
    private static Finding withoutRow(Why why, Now now) {
        String begin = why.taskName() + " did not run " + Times.when(slot(why), now) + ": ";
        for (WhyCause cause : why.causes()) {
            switch (cause.kind()) {
                case "paused" -> {
                    return new Finding(begin + "its schedule was paused " + span(cause, now) + ".", Tone.WAIT,
                            Reason.PAUSE, cause.until() == null ? "runwisp resume " + why.taskName()
                                    + " lets it run again; runwisp run-task starts it now." : null);
                }
                case "daemon_down" -> {
                    return new Finding(begin + "the daemon was down " + span(cause, now) + ".", Tone.WARN,
                            Reason.DAEMON, null);
                }
                case "journal_stalled" -> {
                    return new Finding(begin + "the journal could not be written, so nothing new was started.",
                            Tone.BAD, Reason.JOURNAL,
                            "Make room on the disk of the data directory; what was due is planned when it can be"
                                    + " written again.");
                }
                case "clock_step" -> {
                    return new Finding(begin + "the clock was set.", Tone.WARN, Reason.CLOCK, null);
                }
                default -> {
                }
            }
        }
        return new Finding(begin + "nothing is on record that explains it.", Tone.WARN, Reason.ROW, null);
    }

    /** Nothing was due. Of a service, or of now, its state is the answer. */
    private static Finding noSlot(Why why, @Nullable TaskResponse unit, Now now) {
        if (unit != null && !why.at().isBefore(now.at().minusSeconds(60))) {
            Finding standing = standing(unit, now);
            if (standing != null) {
                return standing;
            }
        }
        String name = why.taskName();
        WhyCause paused = cause(why, "paused");
        String also = paused == null ? "" : " Its schedule was paused " + span(paused, now) + ".";
        if (why.previousSlot() == null && why.nextSlot() == null) {
            boolean byHand = unit != null && unit.task() != null && unit.task().cron() == null;
            return new Finding("Nothing was due for " + name + " " + at(why, now) + (byHand
                    ? ": it has no schedule and runs when somebody asks for it."
                    : ".") + also, Tone.QUIET, paused == null ? Reason.SLOT : Reason.PAUSE, null);
        }
        return new Finding("Nothing was due for " + name + " " + at(why, now)
                + (why.previousSlot() == null ? "" : "; the slot before was " + Times.when(why.previousSlot(), now))
                + (why.nextSlot() == null ? "" : "; the next is " + Times.when(why.nextSlot(), now)) + "." + also,
                Tone.QUIET, paused == null ? Reason.SLOT : Reason.PAUSE, null);
    }

    private static @Nullable Finding standing(TaskResponse unit, Now at) {
        UnitNow now = unit.now();
        String name = unit.name();
        Run last = now.lastRun();
        if (now.state().equals(UnitState.GAVE_UP.word())) {
            return new Finding(name + " was given up: too many starts in a row failed.", Tone.BAD, Reason.STATE,
                    "See what its last run printed (runwisp logs " + name + "), remove the cause, then: runwisp start "
                            + name + ".");
        }
        if (now.state().equals(UnitState.STOPPED.word())) {
            return new Finding(name + " was stopped and stays so until it is started, or the daemon is.", Tone.QUIET,
                    Reason.STATE, "runwisp start " + name + " starts it.");
        }
        if (now.state().equals(UnitState.RESTARTING.word())) {
            return new Finding(name + " ended and waits for its next start.", Tone.WARN, Reason.STATE,
                    "Its last log says why it ended: runwisp logs " + name + ".");
        }
        if (now.retryAt() != null) {
            return new Finding(name + " failed and is tried again " + Times.when(now.retryAt(), at) + ".", Tone.WARN,
                    Reason.STATE, null);
        }
        if (now.queued() > 0 && last != null && last.status().equals(RunPhase.RUNNING.word())) {
            return new Finding(Spans.count(now.queued(), "run of ", "runs of ") + name
                    + " wait behind one that is going on.", Tone.WAIT, Reason.STATE, null);
        }
        return null;
    }

    static @Nullable WhyCause cause(Why why, String kind) {
        return why.causes().stream().filter(cause -> cause.kind().equals(kind)).findFirst().orElse(null);
    }

    static String span(WhyCause cause, Now now) {
        return cause.until() == null
                ? "since " + Times.clock(cause.from(), now)
                : "from " + Times.clock(cause.from(), now) + " to " + Times.clock(cause.until(), now);
    }

    private static Instant slot(Why why) {
        return why.slot() == null ? why.at() : why.slot();
    }

    private static String at(Why why, Now now) {
        return Times.when(why.at(), now);
    }
}
