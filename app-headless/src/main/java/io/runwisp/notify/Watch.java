package io.runwisp.notify;

import io.runwisp.engine.Moment;
import io.runwisp.model.Elapsed;
import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.UnitKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Notices runs of tasks that take far longer than usual, and runs that print nothing although the others did. What is usual is learned from the last successes.
 * Each is told once, and again only after a run without it. One thread at a time.
 */
final class Watch {

    /** From so many successes on something is usual. */
    static final int LEAST_KNOWN = 5;
    /** What is over by then is never slow, whatever is usual. */
    static final Duration LEAST_WAIT = Duration.ofSeconds(10);
    /** So many runs are watched at once; what comes beyond them is not. */
    static final int MOST_WATCHED = 4_096;

    /**
     * What is looked for.
     *
     * @param factor how many times the usual duration is slow
     */
    record Rule(boolean slow, boolean silent, double factor) {

        boolean any() {
            return slow || silent;
        }
    }

    private record Watched(Run run, long since, Duration usual, long slowAt, long silentAt) {

        private long next() {
            return Math.min(slowAt, silentAt);
        }

        private Watched seen(boolean slow, boolean silent) {
            return new Watched(run, since, usual, slow ? Long.MAX_VALUE : slowAt, silent ? Long.MAX_VALUE : silentAt);
        }
    }

    private final Past past;
    private final Map<RunId, Watched> runs = new LinkedHashMap<>();
    private final Map<String, Past.Habit> habits = new HashMap<>();
    private final Set<String> slow = new HashSet<>();
    private final Set<String> silent = new HashSet<>();
    private Rule rule;

    Watch(Past past, Rule rule) {
        this.past = past;
        this.rule = rule;
    }

    /** From now on this is looked for, in runs that start from now on. */
    void follow(Rule other) {
        rule = other;
    }

    /** A run of a task has started. */
    void started(Run run, Moment now) {
        if (!rule.any() || run.start() == null || runs.size() >= MOST_WATCHED) {
            return;
        }
        Past.Habit habit = habit(run.taskName());
        if (habit.durations().size() < LEAST_KNOWN) {
            return;
        }
        Duration usual = median(habit.durations());
        Duration ran = Duration.between(run.start().at(), now.wall());
        long since = ran.isNegative() ? now.nanos() : now.nanos() - ran.toNanos();
        Duration late = Duration.ofNanos((long) (usual.toNanos() * rule.factor()));
        runs.put(run.id(), new Watched(run, since, usual,
                rule.slow() ? since + longer(late, LEAST_WAIT).toNanos() : Long.MAX_VALUE,
                rule.silent() && prints(habit) ? since + longer(usual, LEAST_WAIT).toNanos() : Long.MAX_VALUE));
    }

    /** What has come to be noticed about those that run. */
    List<Happening> due(Moment now) {
        List<Happening> due = new ArrayList<>(0);
        for (Map.Entry<RunId, Watched> entry : runs.entrySet()) {
            Watched watched = entry.getValue();
            if (watched.next() > now.nanos()) {
                continue;
            }
            boolean late = watched.slowAt() <= now.nanos();
            boolean quiet = watched.silentAt() <= now.nanos();
            entry.setValue(watched.seen(late, quiet));
            String unit = watched.run().taskName();
            Duration ran = Duration.ofNanos(now.nanos() - watched.since());
            if (late && slow.add(unit)) {
                due.add(about(watched.run(), EventKind.RUN_SLOW, "is slow", "It has run for " + Elapsed.text(ran)
                        + " and goes on; usually it takes " + Elapsed.text(watched.usual()) + ".", now));
            }
            if (quiet && !past.hasPrinted(watched.run()) && silent.add(unit)) {
                due.add(about(watched.run(), EventKind.RUN_SILENT, "is silent", "It has run for " + Elapsed.text(ran)
                        + " and printed nothing; usually it does, within " + Elapsed.text(watched.usual()) + ".", now));
            }
        }
        return due;
    }

    /** A run of a task has ended well. */
    List<Happening> succeeded(Run run, Moment now) {
        Watched watched = runs.remove(run.id());
        String unit = run.taskName();
        Past.Habit habit = rule.any() ? habit(unit) : null;
        List<Happening> due = new ArrayList<>(0);
        if (habit == null || run.end() == null || run.end().duration() == null) {
            return due;
        }
        boolean printed = !rule.silent() || past.hasPrinted(run);
        if (watched == null || watched.slowAt() != Long.MAX_VALUE) {
            slow.remove(unit);
        }
        if (printed) {
            silent.remove(unit);
        } else if (prints(habit) && silent.add(unit)) {
            due.add(about(run, EventKind.RUN_SILENT, "was silent",
                    "It ended well and printed nothing, which it usually does.", now));
        }
        List<Duration> durations = new ArrayList<>(habit.durations());
        durations.addFirst(run.end().duration());
        while (durations.size() > StoredPast.SUCCESSES) {
            durations.removeLast();
        }
        habits.put(unit, new Past.Habit(durations, Math.min(habit.known() + 1, StoredPast.SUCCESSES),
                Math.min(habit.printed() + (printed ? 1 : 0), StoredPast.SUCCESSES)));
        return due;
    }

    /** A run has ended in another way. */
    void ended(Run run) {
        runs.remove(run.id());
    }

    /** Units that are there no more are forgotten. */
    void keep(Set<String> units) {
        habits.keySet().retainAll(units);
        slow.retainAll(units);
        silent.retainAll(units);
        for (Iterator<Watched> all = runs.values().iterator(); all.hasNext();) {
            if (!units.contains(all.next().run().taskName())) {
                all.remove();
            }
        }
    }

    /** When the next look is due by the monotonic clock, {@link Long#MAX_VALUE} when none is. */
    long next() {
        long next = Long.MAX_VALUE;
        for (Watched watched : runs.values()) {
            next = Math.min(next, watched.next());
        }
        return next;
    }

    private Past.Habit habit(String unit) {
        return habits.computeIfAbsent(unit, past::habit);
    }

    /** Four of five make a habit, so that one silent run does not end it. */
    private static boolean prints(Past.Habit habit) {
        return habit.known() >= LEAST_KNOWN && habit.printed() * 5 >= habit.known() * 4;
    }

    private static Happening about(Run run, EventKind kind, String verb, String sentence, Moment now) {
        return Happening.about(run, kind, EventSeverity.WARN, verb, sentence, UnitKind.TASK, now.wall());
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
