package io.runwisp.view.screen;

import io.runwisp.model.RunPhase;
import io.runwisp.view.run.Bars;
import io.runwisp.view.run.Rhythm;
import io.runwisp.view.run.RunRow;
import io.runwisp.view.run.RunSentence;
import io.runwisp.view.screen.RunScreen.Fact;
import io.runwisp.view.screen.RunScreen.Parts;
import io.runwisp.view.unit.Action;
import io.runwisp.view.unit.UnitView;
import io.runwisp.view.unit.Verb;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.view.words.Times;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.TaskRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a {@link RunScreen} together. */
final class RunPage {

    private static final Duration NOTABLE_WAIT = Duration.ofSeconds(1);

    private final Run run;
    private final Parts parts;
    private final Now now;
    private final RunRow row;
    private final List<Run> upToIt;

    RunPage(Run run, Parts parts, Now now) {
        this.run = run;
        this.parts = parts;
        this.now = now;
        row = RunRow.of(run, now);
        upToIt = new ArrayList<>();
        upToIt.add(run);
        upToIt.addAll(parts.older());
    }

    RunScreen screen() {
        TaskResponse unit = parts.unit();
        UnitView view = unit == null ? null : UnitView.of(unit, parts.info(), now);
        Instant next = unit == null || !parts.newer().isEmpty() ? null : unit.now().nextRunAt();
        String opening = RunSentence.opening(run, now);
        String sentence = RunSentence.of(run, parts.older(), next, now);
        List<Run> around = around();
        String rest = sentence.substring(opening.length());
        return new RunScreen(row, opening, rest.equals(".") ? "" : rest, row.verdict().tone(), isLive(), view,
                facts(), run.createdAt(), run.startAt(), run.endAt(), actions(view), parts.params(),
                Rhythm.of(upToIt, now), Bars.of(upToIt, now),
                around.stream().map(other -> RunRow.of(other, now)).toList(),
                parts.newer().isEmpty() ? "" : parts.newer().getFirst().id(),
                parts.older().isEmpty() ? "" : parts.older().getFirst().id(),
                run.retryOfRunId() == null ? "" : run.retryOfRunId(), attemptAfter(),
                parts.lastGood() == null ? "" : parts.lastGood().id());
    }

    private boolean isLive() {
        return !run.status().equals(RunPhase.ENDED.word());
    }

    /** So many of either side as there is room for, newest first. */
    private List<Run> around() {
        int newer = Math.min(parts.newer().size(),
                Math.max(RunScreen.AROUND / 2, RunScreen.AROUND - 1 - parts.older().size()));
        List<Run> around = new ArrayList<>(parts.newer().subList(0, newer).reversed());
        around.addAll(upToIt.subList(0, Math.min(upToIt.size(), RunScreen.AROUND - newer)));
        return around;
    }

    private String attemptAfter() {
        return parts.newer()
            .stream()
            .filter(other -> run.id().equals(other.retryOfRunId()))
            .findFirst()
            .map(Run::id)
            .orElse("");
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        Instant start = run.startAt();
        add(facts, start == null ? "Created" : "Started", Times.exact(start == null ? run.createdAt() : start, now));
        add(facts, "Ended", run.endAt() == null ? "" : Times.exact(run.endAt(), now));
        add(facts, "Trigger", trigger());
        add(facts, "Due", run.scheduledAt() == null || run.scheduledAt().equals(start)
                ? ""
                : Times.exact(run.scheduledAt(), now));
        add(facts, "Attempt", attempt());
        add(facts, "Waited", waited().map(Spans::text).orElse(""));
        add(facts, "Exit", row.exit());
        add(facts, "Peak memory", run.peakMemoryBytes() == null ? "" : Spans.size(run.peakMemoryBytes()));
        add(facts, "CPU", run.cpuTimeMs() == null ? "" : Spans.text(Duration.ofMillis(run.cpuTimeMs())));
        add(facts, "Output", parts.lines() == null ? "" : Spans.count(parts.lines(), "line", "lines"));
        add(facts, "Next try", run.retryAt() == null ? "" : Times.clock(run.retryAt(), now));
        add(facts, "Replica", run.replicaIndex() == 0 ? "" : Integer.toString(run.replicaIndex()));
        add(facts, "Known elsewhere as", run.externalExecutionId() == null ? "" : run.externalExecutionId());
        add(facts, "On record", run.message() == null ? "" : run.message());
        return facts;
    }

    private static void add(List<Fact> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(name, value));
        }
    }

    private String trigger() {
        TaskRules rules = parts.unit() == null ? null : parts.unit().task();
        return run.scheduledAt() != null && rules != null && rules.cron() != null
                ? row.by() + " " + rules.cron()
                : row.by();
    }

    private String attempt() {
        TaskRules rules = parts.unit() == null ? null : parts.unit().task();
        int most = rules == null ? 0 : rules.retryAttempts();
        if (run.retryAttempt() == 0 && most == 0) {
            return "";
        }
        int attempt = run.retryAttempt() + 1;
        return most < run.retryAttempt() ? Integer.toString(attempt) : attempt + " of " + (most + 1);
    }

    private Optional<Duration> waited() {
        if (run.startAt() == null) {
            return Optional.empty();
        }
        return Optional.of(Duration.between(run.createdAt(), run.startAt()))
            .filter(waited -> waited.compareTo(NOTABLE_WAIT) >= 0);
    }

    private List<RunAction> actions(@Nullable UnitView unit) {
        boolean running = run.status().equals(RunPhase.RUNNING.word());
        RunAction stop = new RunAction(RunAction.Kind.STOP, running || !isLive() ? "Stop" : "Take from the queue", null,
                isLive() ? null : "it is over");
        RunAction again = again(unit);
        RunAction diff = new RunAction(RunAction.Kind.DIFF, "Compare with the last success", null,
                parts.lastGood() == null ? "there is no success before it on record" : null);
        RunAction why = new RunAction(RunAction.Kind.WHY, "Why?", null, null);
        RunAction delete = new RunAction(RunAction.Kind.DELETE, "Delete", "its log goes as well",
                isLive() ? "it is not over" : null);
        return isLive() ? List.of(stop, again, diff, why, delete) : List.of(again, diff, why, delete, stop);
    }

    private static RunAction again(@Nullable UnitView unit) {
        if (unit == null) {
            return new RunAction(RunAction.Kind.AGAIN, "Run again", null,
                    "the configuration has no such unit any more");
        }
        Action run = unit.action(unit.service() ? Verb.RESTART : Verb.RUN);
        return new RunAction(RunAction.Kind.AGAIN, unit.service() ? "Restart the service" : "Run again", run.note(),
                run.whyNot());
    }
}
