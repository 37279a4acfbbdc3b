package io.runwisp.live;

import io.runwisp.client.DaemonApi;
import io.runwisp.client.DaemonEvent;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.event.SystemEvent;
import io.runwisp.wire.event.UnitEvent;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.UnitNow;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is so at a daemon.
 *
 * @param units tasks and services by name
 * @param unread how many rows of the bell are unread
 * @param machine what its machine did lately, or null when it has not said so yet
 */
public record Picture(DaemonInfo info, SortedMap<String, TaskResponse> units, int unread,
        @Nullable SystemEvent machine) implements Followed<Picture> {

    public Picture {
        units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    }

    /** Asks a daemon for everything. */
    public static Picture of(DaemonApi api) {
        SortedMap<String, TaskResponse> units = new TreeMap<>();
        api.tasks().forEach(unit -> units.put(unit.name(), unit));
        return new Picture(api.info(), units, api.unreadCount().count(), null);
    }

    @Override
    public Picture after(DaemonEvent event) {
        return switch (event) {
            case DaemonEvent.RunChanged changed -> after(changed.event().run());
            case DaemonEvent.UnitChanged changed -> after(changed.event());
            case DaemonEvent.BellChanged changed ->
                changed.event().unreadCount() < 0 ? this : withUnread(changed.event().unreadCount());
            case DaemonEvent.UnreadChanged changed -> withUnread(changed.event().unreadCount());
            case DaemonEvent.MachineSampled sampled -> new Picture(info, units, unread, sampled.event());
            case DaemonEvent.ConfigDiffers differs ->
                new Picture(withStale(info, differs.event().stale()), units, unread, machine);
            case DaemonEvent.RunGone _,DaemonEvent.EventsLost _ -> this;
        };
    }

    @Override
    public boolean outdatedBy(DaemonEvent event) {
        return switch (event) {
            case DaemonEvent.EventsLost _ -> true;
            case DaemonEvent.UnitChanged changed -> changed.event().taskName() == null;
            case DaemonEvent.RunGone gone -> {
                TaskResponse unit = units.get(gone.event().taskName());
                Run last = unit == null ? null : unit.now().lastRun();
                yield last != null && last.id().equals(gone.event().runId());
            }
            case DaemonEvent.RunChanged _,DaemonEvent.BellChanged _,DaemonEvent.UnreadChanged _,DaemonEvent.MachineSampled _,DaemonEvent.ConfigDiffers _ ->
                false;
        };
    }

    private Picture after(Run run) {
        TaskResponse unit = units.get(run.taskName());
        if (unit == null) {
            return this;
        }
        Run last = unit.now().lastRun();
        boolean newer = last == null || last.id().compareTo(run.id()) < 0
                || last.id().equals(run.id()) && Runs.isNotBefore(run, last);
        return newer ? with(unit.name(), withLastRun(unit, run)) : this;
    }

    private Picture after(UnitEvent event) {
        String name = event.taskName();
        if (name == null) {
            return this;
        }
        TaskResponse told = event.task();
        TaskResponse known = units.get(name);
        Run last = known == null ? null : known.now().lastRun();
        Picture changed = with(name, told);
        return last == null ? changed : changed.after(last);
    }

    private Picture with(String name, @Nullable TaskResponse unit) {
        SortedMap<String, TaskResponse> changed = new TreeMap<>(units);
        if (unit == null) {
            changed.remove(name);
        } else {
            changed.put(name, unit);
        }
        return new Picture(info, changed, unread, machine);
    }

    private Picture withUnread(int count) {
        return new Picture(info, units, count, machine);
    }

    private static TaskResponse withLastRun(TaskResponse unit, Run run) {
        UnitNow now = unit.now();
        return new TaskResponse(unit.name(), unit.kind(), unit.group(), unit.description(), unit.apiTrigger(),
                new UnitNow(now.state(), now.stopped(), now.replicas(), now.pausedAt(), now.queued(), now.retryAt(),
                        now.nextRunAt(), run),
                unit.rules(), unit.task(), unit.service());
    }

    private static DaemonInfo withStale(DaemonInfo info, boolean stale) {
        return new DaemonInfo(info.version(), info.fingerprint(), info.port(), info.cloudEnabled(), info.tasks(),
                info.capabilities(), info.schedulingActive(), info.journalStalled(), info.authDisabled(),
                info.configLoadedAt(), stale, info.resolvedTimezone(), info.timezoneSource());
    }
}
