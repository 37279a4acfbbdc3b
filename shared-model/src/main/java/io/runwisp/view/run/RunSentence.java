package io.runwisp.view.run;

import io.runwisp.model.EndReason;
import io.runwisp.model.RunPhase;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.view.words.Times;
import io.runwisp.view.words.Verdict;
import io.runwisp.wire.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What there is to say of a run in one breath: what became of it, how long it took and what is usual, its exit, the failures before it, and what comes next. */
public final class RunSentence {

    private static final List<String> COUNTED = List.of("", "first", "second", "third", "fourth", "fifth", "sixth",
            "seventh", "eighth", "ninth", "tenth");
    private static final int SIGNALLED = 128;
    private static final int MOST_SIGNALS = 64;

    private RunSentence() {
    }

    /**
     * The sentence.
     *
     * @param newestFirst runs of the same unit, with or without this one
     * @param next the next slot of the unit, or null
     */
    public static String of(Run run, List<Run> newestFirst, @Nullable Instant next, Now now) {
        Verdict verdict = Verdict.of(run);
        StringBuilder text = new StringBuilder(begin(run, verdict, now));
        Usual.of(newestFirst.stream().filter(other -> !other.id().equals(run.id())).toList())
            .filter(_ -> RunTimes.length(run, now).isPresent())
            .ifPresent(usual -> text.append(" (usually ").append(Spans.text(usual.median())).append(')'));
        exit(run).ifPresent(exit -> text.append(", ").append(exit));
        if (verdict.failure()) {
            streak(run, newestFirst).ifPresent(streak -> text.append(", ").append(streak));
        }
        comes(run, verdict, next, now).ifPresent(comes -> text.append("; ").append(comes));
        return text.append('.').toString();
    }

    /** How the sentence begins: what became of the run, and how long it took. */
    public static String opening(Run run, Now now) {
        return begin(run, Verdict.of(run), now);
    }

    private static String begin(Run run, Verdict verdict, Now now) {
        Optional<Duration> length = RunTimes.length(run, now);
        if (run.status().equals(RunPhase.PENDING.word())) {
            return "Waiting for its start since " + Times.clock(run.createdAt(), now);
        }
        String word = verdict.word().substring(0, 1).toUpperCase(Locale.ROOT) + verdict.word().substring(1);
        if (run.endReason() == null) {
            return word + length.map(running -> " for " + Spans.text(running)).orElse("");
        }
        boolean success = EndReason.SUCCESS.word().equals(run.endReason());
        return word + length.map(ran -> (success ? " in " : " after ") + Spans.text(ran))
            .orElseGet(() -> ", never started");
    }

    /** With what a process ended that did not end well. */
    public static Optional<String> exit(Run run) {
        int code = run.exitCode();
        if (run.endReason() == null || code <= 0) {
            return Optional.empty();
        }
        return Optional.of(code > SIGNALLED && code <= SIGNALLED + MOST_SIGNALS
                ? "exit " + code + " (signal " + (code - SIGNALLED) + ")"
                : "exit " + code);
    }

    private static Optional<String> streak(Run run, List<Run> newestFirst) {
        int failures = 1;
        for (Run other : newestFirst) {
            if (other.id().compareTo(run.id()) >= 0 || other.endReason() == null) {
                continue;
            }
            Verdict verdict = Verdict.of(other);
            if (verdict.failure()) {
                failures++;
            } else if (EndReason.SUCCESS.word().equals(other.endReason())) {
                break;
            }
        }
        if (failures == 1) {
            return Optional.empty();
        }
        return Optional.of(failures < COUNTED.size()
                ? COUNTED.get(failures) + " failure in a row"
                : failures + " failures in a row");
    }

    private static Optional<String> comes(Run run, Verdict verdict, @Nullable Instant next, Now now) {
        Instant retry = run.retryAt();
        if (retry != null && retry.isAfter(now.at())) {
            return Optional.of("next try " + Times.clock(retry, now));
        }
        return verdict.failure() && next != null
                ? Optional.of("next run " + Times.slot(next, now))
                : Optional.empty();
    }
}
