package io.runwisp.notify;

import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A past that a test makes up. */
final class FakePast implements Past {

    private final Map<String, Habit> habits = new HashMap<>();
    private final Map<String, Streak> streaks = new HashMap<>();
    private final Set<RunId> printed = new HashSet<>();

    /** So many successes that took so long and printed something. */
    FakePast usual(String unit, int successes, Duration duration) {
        habits.put(unit, new Habit(Collections.nCopies(successes, duration), successes, successes));
        return this;
    }

    FakePast failing(String unit, Streak streak) {
        streaks.put(unit, streak);
        return this;
    }

    void printed(Run run) {
        printed.add(run.id());
    }

    @Override
    public Habit habit(String unit) {
        return habits.getOrDefault(unit, new Habit(java.util.List.of(), 0, 0));
    }

    @Override
    public Streak before(Run run) {
        return streaks.getOrDefault(run.taskName(), Streak.NONE);
    }

    @Override
    public boolean hasPrinted(Run run) {
        return printed.contains(run.id());
    }
}
