package io.runwisp.view.screen;

import io.runwisp.live.Picture;
import io.runwisp.model.UnitState;
import io.runwisp.view.bell.BellRow;
import io.runwisp.view.unit.UnitView;
import io.runwisp.view.words.Mark;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.view.words.Times;
import io.runwisp.view.words.Tone;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.ReplicaStatus;
import io.runwisp.wire.unit.TaskResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every screen: which daemon it is, its units, the bell, and what everybody should know.
 *
 * @param instance the name by which people tell daemons apart
 * @param host the machine
 * @param zone the zone of schedules that name none
 * @param zoneFrom where that zone comes from
 * @param auth whether people log in; false when everybody is let in
 * @param stale what to say when the configuration on disk differs from what is in force, or null
 * @param stalled what to say when nothing new is started, or null
 * @param groups units under their headings, both by name; at most {@link #MOST_UNITS} units
 * @param leftOut how many units are not among them
 * @param badge what stands on the bell; empty for nothing
 * @param unreadBad whether something unread is an error
 */
public record ShellScreen(String instance, String host, String version, String zone, String zoneFrom, boolean auth,
        @Nullable String stale, @Nullable String stalled, List<Group> groups, int leftOut, int unread, String badge,
        boolean unreadBad) {

    /** How many units stand around a screen. */
    public static final int MOST_UNITS = 500;

    private static final String STALE = "The configuration on the disk differs from what is in force. Look at what a "
            + "reload would change, then reload.";

    public ShellScreen {
        groups = List.copyOf(groups);
    }

    /**
     * What stands around the screens of a daemon.
     *
     * @param host the name of its machine
     * @param unreadBad whether something unread is an error
     */
    public static ShellScreen of(Picture picture, String host, boolean unreadBad, Now now) {
        DaemonInfo info = picture.info();
        Map<String, List<Entry>> groups = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        picture.units()
            .values()
            .stream()
            .limit(MOST_UNITS)
            .forEach(unit -> groups.computeIfAbsent(unit.group(), _ -> new ArrayList<>())
                .add(entry(unit, UnitView.of(unit, info, now), now)));
        return new ShellScreen(info.fingerprint(), host, info.version(), info.resolvedTimezone(),
                info.timezoneSource(), !info.authDisabled(), info.configStale() ? STALE : null,
                info.journalStalled() == null
                        ? null
                        : "Nothing new is started: the journal cannot be written (" + info.journalStalled() + ").",
                groups.entrySet().stream().map(group -> new Group(group.getKey(), group.getValue())).toList(),
                Math.max(0, picture.units().size() - MOST_UNITS), picture.unread(), BellRow.badge(picture.unread()),
                unreadBad);
    }

    private static Entry entry(TaskResponse unit, UnitView view, Now now) {
        List<ReplicaStatus> replicas = unit.now().replicas();
        if (view.service()) {
            long up = replicas.stream().filter(replica -> replica.state().equals(UnitState.RUNNING.word())).count();
            return entry(view, view.mark() == Mark.OFF ? view.word() : up + "/" + replicas.size(), null);
        }
        Run last = unit.now().lastRun();
        Instant start = last == null || last.endReason() != null ? null : last.startAt();
        if (start != null) {
            return entry(view, Spans.text(Duration.between(start, now.at())), start);
        }
        Instant next = view.nextAt();
        return next != null
                ? entry(view, Times.away(next, now), next)
                : entry(view, view.mark() == Mark.PAUSED ? view.word() : scheduled(unit) ? "" : "by hand", null);
    }

    private static boolean scheduled(TaskResponse unit) {
        return unit.task() != null && unit.task().cron() != null;
    }

    private static Entry entry(UnitView view, String meta, @Nullable Instant at) {
        return new Entry(view.name(), view.service(), view.mark(), view.tone(), view.word(), meta, at);
    }

    /** Units under one heading. */
    public record Group(String name, List<Entry> units) {

        public Group {
            units = List.copyOf(units);
        }
    }

    /**
     * A unit.
     *
     * @param meta the one thing to know about it, short: {@code in 9 h}, {@code 3/3}, {@code by hand}
     * @param at what that is about, when it is a time: its next run, or the start of what runs
     */
    public record Entry(String name, boolean service, Mark mark, Tone tone, String word, String meta,
            @Nullable Instant at) {
    }
}
