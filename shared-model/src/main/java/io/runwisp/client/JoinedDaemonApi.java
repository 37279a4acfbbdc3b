package io.runwisp.client;

import io.runwisp.wire.Message;
import io.runwisp.wire.auth.LaunchTicket;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.daemon.Instance;
import io.runwisp.wire.daemon.MetricsSample;
import io.runwisp.wire.daemon.ReloadRequest;
import io.runwisp.wire.daemon.ReloadResult;
import io.runwisp.wire.daemon.SystemStats;
import io.runwisp.wire.log.LogPage;
import io.runwisp.wire.log.SearchPage;
import io.runwisp.wire.notice.NotificationPage;
import io.runwisp.wire.notice.UnreadCount;
import io.runwisp.wire.run.Affected;
import io.runwisp.wire.run.Reruns;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.RunPage;
import io.runwisp.wire.run.RunSelector;
import io.runwisp.wire.run.RunSummary;
import io.runwisp.wire.run.TriggerRequest;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.Upcoming;
import io.runwisp.wire.unit.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link DaemonApi} that is put together from its parts: whoever offers the parts offers the whole. */
public interface JoinedDaemonApi extends DaemonApi {

    /** The part about the daemon and its machine. */
    HostOperations host();

    /** The part about tasks and services. */
    UnitOperations units();

    /** The part about runs; not to be mixed up with the list that {@link #runs(RunQuery)} answers. */
    RunOperations history();

    /** The part about what runs have printed. */
    LogOperations logs();

    /** The part about the bell. */
    BellOperations bell();

    /** The part that goes on. */
    StreamOperations streams();

    @Override
    default Instance instance() {
        return host().instance();
    }

    @Override
    default DaemonInfo info() {
        return host().info();
    }

    @Override
    default SystemStats system() {
        return host().system();
    }

    @Override
    default List<MetricsSample> systemHistory() {
        return host().systemHistory();
    }

    @Override
    default ReloadResult reload(ReloadRequest request) {
        return host().reload(request);
    }

    @Override
    default LaunchTicket launchTicket() {
        return host().launchTicket();
    }

    @Override
    default List<TaskResponse> tasks() {
        return units().tasks();
    }

    @Override
    default Run trigger(String task, TriggerRequest request, @Nullable Duration wait) {
        return units().trigger(task, request, wait);
    }

    @Override
    default Message start(String service) {
        return units().start(service);
    }

    @Override
    default Message restart(String service) {
        return units().restart(service);
    }

    @Override
    default Message stop(String unit) {
        return units().stop(unit);
    }

    @Override
    default Message pause(String task) {
        return units().pause(task);
    }

    @Override
    default Message resume(String task) {
        return units().resume(task);
    }

    @Override
    default Why why(String unit, @Nullable Instant at) {
        return units().why(unit, at);
    }

    @Override
    default Upcoming upcoming(UpcomingQuery query) {
        return units().upcoming(query);
    }

    @Override
    default RunPage runs(RunQuery query) {
        return history().runs(query);
    }

    @Override
    default RunSummary summary() {
        return history().summary();
    }

    @Override
    default Run run(String id) {
        return history().run(id);
    }

    @Override
    default void deleteRun(String unit, String id) {
        history().deleteRun(unit, id);
    }

    @Override
    default Message stopRun(String unit, String id) {
        return history().stopRun(unit, id);
    }

    @Override
    default Affected deleteRuns(RunSelector selector) {
        return history().deleteRuns(selector);
    }

    @Override
    default Affected restoreRuns(RunSelector selector) {
        return history().restoreRuns(selector);
    }

    @Override
    default Affected cancelRuns(RunSelector selector) {
        return history().cancelRuns(selector);
    }

    @Override
    default Reruns rerunRuns(RunSelector selector) {
        return history().rerunRuns(selector);
    }

    @Override
    default LogPage log(String unit, String run, LogQuery query) {
        return logs().log(unit, run, query);
    }

    @Override
    default RawLog rawLog(String unit, String run) {
        return logs().rawLog(unit, run);
    }

    @Override
    default SearchPage searchLogs(String unit, LogSearch search) {
        return logs().searchLogs(unit, search);
    }

    @Override
    default NotificationPage notifications(int limit, @Nullable String before) {
        return bell().notifications(limit, before);
    }

    @Override
    default UnreadCount unreadCount() {
        return bell().unreadCount();
    }

    @Override
    default void readAll() {
        bell().readAll();
    }

    @Override
    default void read(String id) {
        bell().read(id);
    }

    @Override
    default void unread(String id) {
        bell().unread(id);
    }

    @Override
    default Subscription events(@Nullable Long after, StreamListener<DaemonEvent> listener) {
        return streams().events(after, listener);
    }

    @Override
    default Subscription daemonLog(StreamListener<String> listener) {
        return streams().daemonLog(listener);
    }

    @Override
    default Subscription logStream(String unit, String run, long from, int replay, StreamListener<LogEvent> listener) {
        return streams().logStream(unit, run, from, replay, listener);
    }

    @Override
    default Subscription serviceLogStream(String service, int replay, StreamListener<LogEvent> listener) {
        return streams().serviceLogStream(service, replay, listener);
    }
}
