package io.runwisp.api.stream;

import io.runwisp.client.LogEvent;
import io.runwisp.event.EventHub;
import io.runwisp.event.EventSubscription;
import io.runwisp.event.Tiding;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.output.read.FollowStart;
import io.runwisp.wire.event.EventName;
import io.runwisp.wire.event.RunEvent;
import io.runwisp.wire.json.WireJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The logs of all replicas of a unit in one stream: of each the newest run, on disk and live, and every run that starts meanwhile. Lines of different runs
 * come in the order of their times as far as they are on disk, later as they come.
 */
public final class ServiceLogFeed implements Feed<LogTiding> {

    /** So many runs back the newest of each replica are looked for; a service has 64 replicas at most. */
    private static final int LOOK_BACK = 256;
    /** How many things are told at a time. */
    private static final int AT_A_TIME = 256;
    /** Into how many parts the room of a stream is divided at most. */
    private static final int MOST_SHARES = 16;

    private final StoredLogs logs;
    private final Waker waker = new Waker();
    private final EventSubscription starts;
    private final String unit;
    private final int replay;
    private final int share;
    private final List<ReplicaLog> open = new ArrayList<>();
    /** The newest run of each replica that was taken up, and how far its telling came. */
    private final Map<Integer, RunId> newest = new HashMap<>();
    private final Map<RunId, Long> finished = new LinkedHashMap<>();
    private final Set<RunId> known = new HashSet<>();

    /**
     * Begins.
     *
     * @param replicas how many there are to be
     * @param cursor how far whoever comes back had come, or null
     */
    public ServiceLogFeed(StoredLogs logs, EventHub hub, String unit, int replicas, int replay,
            @Nullable LogCursor cursor) {
        this.logs = logs;
        this.unit = unit;
        share = Math.clamp(replicas, 1, MOST_SHARES);
        this.replay = Math.max(1, replay / Math.max(1, replicas));
        starts = hub.subscribe(null, EventName.RUN_STARTED.word()::equals, waker);
        List<Run> past = logs.newest(unit, LOOK_BACK);
        if (cursor != null) {
            resume(past, cursor);
        }
        past.stream()
            .filter(run -> run.end() == null || run.replicaIndex() < Math.max(1, replicas))
            .filter(StoredLogs::hasLog)
            .filter(run -> !newest.containsKey(run.replicaIndex()))
            .forEach(run -> follow(run, new FollowStart.At(-this.replay), null));
    }

    /** Goes on in the runs that were seen, and takes up from their first line those that started since. */
    private void resume(List<Run> past, LogCursor cursor) {
        Map<Integer, RunId> seen = new HashMap<>();
        for (Run run : past.stream().sorted(Comparator.comparing(Run::id)).toList()) {
            Long last = cursor.lastSeen().get(run.id());
            if (last != null) {
                seen.put(run.replicaIndex(), run.id());
            }
            if (StoredLogs.hasLog(run) && seen.containsKey(run.replicaIndex())) {
                follow(run, last == null ? new FollowStart.At(0) : new FollowStart.After(last), last);
            }
        }
    }

    private void follow(Run run, FollowStart start, @Nullable Long lastTold) {
        if (known.add(run.id())) {
            open.add(new ReplicaLog(run, logs.follow(run, start, replay, share, waker), lastTold));
            RunId before = newest.put(run.replicaIndex(), run.id());
            if (before != null) {
                finished.remove(before);
            }
        }
    }

    @Override
    public List<LogTiding> poll() {
        lookForStarts();
        List<LogTiding> tidings = new ArrayList<>();
        ReplicaLog next = next();
        while (next != null) {
            LogEvent event = next.next();
            if (event != null) {
                tidings.add(new LogTiding(event instanceof LogEvent.ServiceLine ? cursor().text() : null, event));
            }
            next = tidings.size() < AT_A_TIME ? next() : null;
        }
        return tidings;
    }

    /** The log whose next line is the oldest. */
    private @Nullable ReplicaLog next() {
        ReplicaLog oldest = null;
        for (ReplicaLog log : List.copyOf(open)) {
            if (log.isOver()) {
                finish(log);
            } else if (log.isReady() && (oldest == null || log.millis() < oldest.millis())) {
                oldest = log;
            }
        }
        return oldest;
    }

    private void finish(ReplicaLog log) {
        log.close();
        open.remove(log);
        Long last = log.lastTold();
        if (last != null && log.run().id().equals(newest.get(log.run().replicaIndex()))) {
            finished.put(log.run().id(), last);
        } else {
            known.remove(log.run().id());
        }
    }

    private LogCursor cursor() {
        Map<RunId, Long> lines = new LinkedHashMap<>(finished);
        for (ReplicaLog log : open) {
            Long last = log.lastTold();
            if (last != null) {
                lines.put(log.run().id(), last);
            }
        }
        return new LogCursor(lines);
    }

    private void lookForStarts() {
        for (Tiding tiding : starts.poll()) {
            switch (tiding) {
                case Tiding.Event event -> {
                    var run = WireJson.read(RunEvent.class, event.payload()).run();
                    if (run.taskName().equals(unit)) {
                        logs.find(run.id()).ifPresent(this::takeUp);
                    }
                }
                case Tiding.Lost _ -> logs.newest(unit, LOOK_BACK).reversed().forEach(this::takeUp);
            }
        }
    }

    /** A run that is new here: of each replica only those are that started after the one that was taken up before. */
    private void takeUp(Run run) {
        RunId before = newest.get(run.replicaIndex());
        if (StoredLogs.hasLog(run) && (before == null || run.id().compareTo(before) > 0)) {
            follow(run, new FollowStart.At(0), null);
        }
    }

    @Override
    public Waker waker() {
        return waker;
    }

    @Override
    public void close() {
        starts.close();
        open.forEach(ReplicaLog::close);
    }
}
