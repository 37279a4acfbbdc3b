package io.runwisp.view.why;

import io.runwisp.model.EndReason;
import io.runwisp.model.UnitKind;
import io.runwisp.view.run.RunRow;
import io.runwisp.view.run.RunSentence;
import io.runwisp.view.why.WhyView.Step;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Times;
import io.runwisp.view.words.Tone;
import io.runwisp.view.words.Verdict;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.TaskRules;
import io.runwisp.wire.unit.Why;
import io.runwisp.wire.unit.WhyCause;
import io.runwisp.wire.unit.WhyVerdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The questions behind an answer, in the order in which a person would ask them. */
final class Steps {

    private final Why why;
    private final @Nullable TaskResponse unit;
    private final Finding finding;
    private final Now now;
    private final List<Step> steps = new ArrayList<>();

    private Steps(Why why, @Nullable TaskResponse unit, Finding finding, Now now) {
        this.why = why;
        this.unit = unit;
        this.finding = finding;
        this.now = now;
    }

    static List<Step> of(Why why, @Nullable TaskResponse unit, Finding finding, Now now) {
        Steps steps = new Steps(why, unit, finding, now);
        steps.daemon();
        steps.loaded();
        steps.trouble("clock_step", "Did the clock jump?", Reason.CLOCK);
        steps.trouble("journal_stalled", "Could the journal be written?", Reason.JOURNAL);
        steps.paused();
        steps.due();
        steps.row();
        steps.state();
        return steps.steps;
    }

    private void daemon() {
        WhyCause down = Finding.cause(why, "daemon_down");
        WhyCause up = Finding.cause(why, "daemon_up");
        if (down != null) {
            add("Was the daemon up?", "No, it was down " + Finding.span(down, now) + detail(down) + ".", Tone.WARN,
                    Reason.DAEMON);
        } else if (up != null) {
            add("Was the daemon up?", "Yes, " + Finding.span(up, now) + ".", Tone.GOOD, Reason.DAEMON);
        }
    }

    private void loaded() {
        WhyCause present = Finding.cause(why, "unit_present");
        WhyCause configuration = Finding.cause(why, "configuration");
        if (present != null) {
            add("Was it in the configuration?", "Yes, " + Finding.span(present, now) + (configuration == null
                    ? "."
                    : "; the one of that time was taken " + Times.when(configuration.from(), now)
                            + detail(configuration) + "."),
                    Tone.GOOD, Reason.PRESENCE);
        } else if (why.verdict().equals(WhyVerdict.NOT_THERE.word())) {
            add("Was it in the configuration?", "No.", Tone.WARN, Reason.PRESENCE);
        }
    }

    private void trouble(String kind, String asks, Reason reason) {
        WhyCause cause = Finding.cause(why, kind);
        if (cause != null) {
            String answer = reason == Reason.JOURNAL ? "No, it stood still " : "Yes, ";
            add(asks, answer + Finding.span(cause, now) + detail(cause) + ".", Tone.WARN, reason);
        }
    }

    private void paused() {
        WhyCause paused = Finding.cause(why, "paused");
        TaskRules rules = unit == null ? null : unit.task();
        if (paused != null) {
            add("Was its schedule paused?", "Yes, " + Finding.span(paused, now) + ".", Tone.WAIT, Reason.PAUSE);
        } else if (rules != null && rules.cron() != null && !why.causes().isEmpty()) {
            add("Was its schedule paused?", "No.", Tone.GOOD, Reason.PAUSE);
        }
    }

    private void due() {
        if (unit != null && unit.kind().equals(UnitKind.SERVICE.word())) {
            return;
        }
        if (why.slot() != null) {
            add("Was something due?", "Yes, " + Times.when(why.slot(), now) + ".", Tone.GOOD, Reason.SLOT);
        } else if (why.verdict().equals(WhyVerdict.NO_SLOT.word()) || why.verdict().equals(WhyVerdict.NOT_YET.word())) {
            add("Was something due?", why.nextSlot() == null
                    ? "No."
                    : "No, the next slot is " + Times.when(why.nextSlot(), now) + ".", Tone.QUIET, Reason.SLOT);
        }
    }

    private void row() {
        Run run = why.run();
        if (run == null) {
            return;
        }
        Verdict verdict = Verdict.of(run);
        RunRow row = RunRow.of(run, now);
        String asks = why.verdict().equals(WhyVerdict.NO_SLOT.word()) ? "What was its run before?"
                : "What became of it?";
        add(asks, "Run " + row.shortId() + ", " + Times.when(run.createdAt(), now) + ": " + verdict.word() + ". "
                + cause(run, verdict)
                + (run.message() == null ? "" : " On record: " + run.message().replaceFirst("\\.$", "") + "."),
                verdict.tone(),
                Reason.ROW);
        if (run.retryAttempt() > 0) {
            add("Was it a first try?", "No, retry " + run.retryAttempt() + " of a run that had failed.", Tone.QUIET,
                    null);
        }
    }

    /** An exit code says more than that there are such that count as a failure. */
    private static String cause(Run run, Verdict verdict) {
        return EndReason.FAILED.word().equals(run.endReason())
                ? RunSentence.exit(run).map(exit -> "It ended with " + exit + ".").orElse(verdict.says())
                : verdict.says();
    }

    private void state() {
        if (finding.reason() == Reason.STATE) {
            add("How is it now?", finding.headline(), finding.tone(), Reason.STATE);
        }
    }

    private void add(String asks, String says, Tone tone, @Nullable Reason reason) {
        steps.add(new Step(asks, says, tone, reason == finding.reason()));
    }

    private static String detail(WhyCause cause) {
        String detail = cause.detail();
        return detail == null || detail.isBlank() ? "" : " (" + detail + ")";
    }
}
