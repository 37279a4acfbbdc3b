package io.runwisp.client;

import io.runwisp.wire.Message;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.TriggerRequest;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.Upcoming;
import io.runwisp.wire.unit.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of {@link DaemonApi} about tasks and services. Every operation that takes a name may fail with {@code unit_unknown}. */
public interface UnitOperations {

    /** The longest wait for the end of a run. */
    Duration LONGEST_WAIT = Duration.ofHours(1);

    /** All tasks and services, by name. */
    List<TaskResponse> tasks();

    /**
     * Starts a run of a task. It is on record when this answers, whatever becomes of it: that it was skipped, or found the queue full, stands in it.
     *
     * @param wait how long to wait for its end, 1 s to {@link #LONGEST_WAIT}, in whole seconds; null answers at once
     * @return the run as it is then
     * @throws ApiProblem {@code api_trigger_off}, {@code not_a_task}, {@code bad_parameters} or {@code journal_stalled}
     */
    Run trigger(String task, TriggerRequest request, @Nullable Duration wait);

    /**
     * Starts a service that is stopped or gave up.
     *
     * @throws ApiProblem {@code api_trigger_off}, {@code not_a_service}, {@code not_now} or {@code journal_stalled}
     */
    Message start(String service);

    /**
     * Starts every replica of a service afresh.
     *
     * @throws ApiProblem {@code api_trigger_off}, {@code not_a_service} or {@code journal_stalled}
     */
    Message restart(String service);

    /** Stops a unit: a service stays so until it, or the daemon, is started; of a task the active runs end and the queue is emptied. */
    Message stop(String unit);

    /**
     * Lets the slots of a task pass without runs.
     *
     * @throws ApiProblem {@code not_a_task} or {@code journal_stalled}
     */
    Message pause(String task);

    /**
     * Lets the slots of a task run again.
     *
     * @throws ApiProblem {@code not_a_task} or {@code journal_stalled}
     */
    Message resume(String task);

    /** Why a unit did or did not run at a time; at present, when it is null. */
    Why why(String unit, @Nullable Instant at);

    /** What is due in a stretch of time, earliest first. */
    Upcoming upcoming(UpcomingQuery query);
}
