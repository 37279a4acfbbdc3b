package io.runwisp.view.run;

import io.runwisp.model.Trigger;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.view.words.Times;
import io.runwisp.view.words.Verdict;
import io.runwisp.wire.run.Run;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as a row of a list.
 *
 * @param label the unit, with the replica when it is not the first
 * @param when its start, or its creation
 * @param ago the same, from now
 * @param at that time
 * @param ended when it was over, or null
 * @param length how long it ran or has been running; empty when it never did
 * @param exit its exit code; empty while it is not known and when there was none
 * @param by who asked for it
 * @param retry which retry it is, or null
 * @param note the sentence that the daemon has about it, or null
 */
public record RunRow(String id, String shortId, String task, String label, Verdict verdict, String when, String ago,
        Instant at, @Nullable Instant ended, String length, String exit, String by, @Nullable Integer retry,
        @Nullable String note) {

    private static final int SHORT = 4;
    private static final int NO_PROCESS = 0;
    private static final Map<String, String> BY = Map.of(
            Trigger.CRON.word(), "schedule",
            Trigger.API.word(), "by hand",
            Trigger.SERVICE.word(), "supervisor",
            Trigger.STARTUP.word(), "daemon start",
            Trigger.HOOK.word(), "hook");

    /** The row of a run. */
    public static RunRow of(Run run, Now now) {
        Instant shown = run.startAt() == null ? run.createdAt() : run.startAt();
        boolean ran = run.endReason() != null && run.exitCode() >= NO_PROCESS;
        return new RunRow(run.id(), run.id().substring(run.id().length() - SHORT), run.taskName(),
                label(run.taskName(), run.replicaIndex()), Verdict.of(run), Times.exact(shown, now),
                Times.away(shown, now), shown, run.endAt(), RunTimes.length(run, now).map(Spans::text).orElse(""),
                ran ? Integer.toString(run.exitCode()) : "",
                BY.getOrDefault(run.triggeredBy(), run.triggeredBy()),
                run.retryAttempt() > 0 ? run.retryAttempt() : null, run.message());
    }

    /** What a replica of a unit is called. */
    public static String label(String unit, int replica) {
        return replica == 0 ? unit : unit + "#" + replica;
    }
}
