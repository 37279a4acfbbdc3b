package io.runwisp.engine;

import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The failed runs of a task whose retry is still to come. */
final class RetryWaits {

    /** Creates the run that tries again. */
    interface Again {

        /** Tries again what failed. */
        void retry(Run failed, Moment now);
    }

    /** A retry of this run is due. */
    record Key(RunId failed) {
    }

    private record Wait(Run failed, long due) {
    }

    private final EngineTools tools;
    private final Again again;
    private final Map<RunId, Wait> waits = new LinkedHashMap<>();

    RetryWaits(EngineTools tools, Again again) {
        this.tools = tools;
        this.again = again;
    }

    /** Tries again at this time, by the monotonic clock. */
    void await(Run failed, long due) {
        waits.put(failed.id(), new Wait(failed, due));
        tools.timers().set(new Key(failed.id()), due);
    }

    /** When the next one is due, or null. */
    @Nullable
    Instant earliest() {
        return waits.values()
            .stream()
            .flatMap(wait -> Stream.ofNullable(wait.failed().nextRetryAt()))
            .min(Instant::compareTo)
            .orElse(null);
    }

    /** The attempt numbers of what failed. */
    List<Integer> attempts() {
        return waits.values().stream().map(wait -> wait.failed().origin().retryAttempt()).toList();
    }

    boolean holds(RunId failed) {
        return waits.containsKey(failed);
    }

    /** Tries again what is due, unless nothing may start: then it is asked again later. */
    void catchUp(Moment now) {
        for (Wait wait : List.copyOf(waits.values())) {
            if (tools.mayStart() && wait.due() <= now.nanos()) {
                waits.remove(wait.failed().id());
                tools.timers().cancel(new Key(wait.failed().id()));
                again.retry(wait.failed(), now);
            }
        }
    }

    /** Gives up on the retry of this run. */
    boolean cancel(RunId failed, String why, Moment now) {
        Wait wait = waits.remove(failed);
        if (wait == null) {
            return false;
        }
        tools.timers().cancel(new Key(failed));
        cancel(wait.failed(), why, now);
        return true;
    }

    /** Gives up on some. */
    void cancelIf(Predicate<Run> which, String why, Moment now) {
        for (Wait wait : List.copyOf(waits.values())) {
            if (which.test(wait.failed())) {
                cancel(wait.failed().id(), why, now);
            }
        }
    }

    int cancelAll(String why, Moment now) {
        List<RunId> all = List.copyOf(waits.keySet());
        all.forEach(failed -> cancel(failed, why, now));
        return all.size();
    }

    /** Writes down that no retry follows this run. */
    void cancel(Run failed, String why, Moment now) {
        String message = failed.message() == null ? "" : failed.message() + "; ";
        Run row = failed.withNextRetryAt(null).withMessage(message + "its retry was cancelled: " + why);
        tools.outbox()
            .write(List.of(new RunJournalChange.SaveRun(row),
                    tools.outbox().event("run.updated", now.wall(), row, null)));
    }
}
