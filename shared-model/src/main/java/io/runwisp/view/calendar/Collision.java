package io.runwisp.view.calendar;

import io.runwisp.view.words.Now;
import io.runwisp.view.words.Times;
import io.runwisp.wire.unit.Firing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Units that are due in one minute.
 *
 * @param units by name
 */
public record Collision(Instant at, List<String> units, String says) {

    /** The worst are enough. */
    private static final int MOST = 20;
    private static final int NAMED = 4;

    public Collision {
        units = List.copyOf(units);
    }

    /** Those with the most units, in order of time. What is held does not start, and collides with nothing. */
    static List<Collision> of(List<Firing> firings, Now now) {
        Map<Instant, TreeSet<String>> minutes = new TreeMap<>();
        firings.stream()
            .filter(firing -> firing.held() == null)
            .forEach(firing -> minutes.computeIfAbsent(firing.at().truncatedTo(ChronoUnit.MINUTES),
                    _ -> new TreeSet<>())
                .add(firing.taskName()));
        return minutes.entrySet()
            .stream()
            .filter(minute -> minute.getValue().size() > 1)
            .sorted((one, other) -> other.getValue().size() - one.getValue().size())
            .limit(MOST)
            .map(minute -> of(minute.getKey(), List.copyOf(minute.getValue()), now))
            .sorted((one, other) -> one.at().compareTo(other.at()))
            .toList();
    }

    private static Collision of(Instant at, List<String> units, Now now) {
        int more = units.size() - NAMED;
        return new Collision(at, units, Times.clock(at, now) + ": " + units.size() + " units start together, "
                + String.join(", ", units.subList(0, Math.min(NAMED, units.size())))
                + (more > 0 ? " and " + more + " more" : ""));
    }
}
