package io.runwisp.notify;

import io.runwisp.model.Elapsed;
import io.runwisp.model.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Knows of each unit, and of each replica, how often it has failed since it was last well, and who was told. One thread at a time. */
final class Streaks {

    /** So many units are remembered; a unit that was forgotten is read from the journal again. */
    static final int MOST_UNITS = 4_096;

    /**
     * Failures of one unit or replica.
     *
     * @param told the tokens of those who heard of them
     */
    record Streak(int failures, Instant first, Set<String> told) {

        private static final Streak NONE = new Streak(0, Instant.EPOCH, Set.of());

        Streak {
            told = Set.copyOf(told);
        }

        private Streak and(Instant at, List<String> tokens) {
            Set<String> all = new LinkedHashSet<>(told);
            all.addAll(tokens);
            return new Streak(failures + 1, failures == 0 ? at : first, all);
        }
    }

    private final Past past;
    private final Function<Run, List<String>> hearers;
    private final Map<String, Streak> streaks = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Streak> eldest) {
            return size() > MOST_UNITS;
        }
    };

    /** @param hearers who hears of the failure of a run */
    Streaks(Past past, Function<Run, List<String>> hearers) {
        this.past = past;
        this.hearers = hearers;
    }

    /** It has failed once more. */
    void failed(Run run, Instant at, List<String> tokens) {
        streaks.put(name(run), known(run).and(at, tokens));
    }

    /** It is well; what was before is answered and forgotten. */
    Streak recovered(Run run) {
        Streak before = known(run);
        streaks.put(name(run), Streak.NONE);
        return before;
    }

    /** Whether it has failed since it was last well. */
    boolean isFailing(Run run) {
        return known(run).failures() > 0;
    }

    private Streak known(Run run) {
        Streak known = streaks.get(name(run));
        if (known == null) {
            known = read(run);
            streaks.put(name(run), known);
        }
        return known;
    }

    private Streak read(Run run) {
        Past.Streak before = past.before(run);
        if (before.failures() == 0) {
            return Streak.NONE;
        }
        Set<String> told = new LinkedHashSet<>();
        before.failed().forEach(failed -> told.addAll(hearers.apply(failed)));
        return new Streak(before.failures(), before.first(), told);
    }

    private static String name(Run run) {
        return run.taskName() + "#" + run.replicaIndex();
    }

    /** What is told of a streak that is over. */
    static String sentence(Streak streak, Instant now) {
        Duration lasted = Duration.between(streak.first(), now);
        return "Ok again after " + streak.failures() + (streak.failures() == 1 ? " failure, " : " failures, ")
                + Elapsed.text(lasted) + ".";
    }
}
