package io.runwisp.view.calendar;

import io.runwisp.view.words.Now;
import io.runwisp.view.words.Times;
import io.runwisp.wire.unit.Firing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Units that are due in one minute, once or again and again.
 *
 * @param at the first such minute
 * @param times how many minutes it happens in
 * @param units by name
 */
public record Collision(Instant at, int times, List<String> units, String says) {

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
        Map<List<String>, List<Instant>> together = new LinkedHashMap<>();
        minutes.forEach((minute, units) -> {
            if (units.size() > 1) {
                together.computeIfAbsent(List.copyOf(units), _ -> new ArrayList<>()).add(minute);
            }
        });
        return together.entrySet()
            .stream()
            .sorted((one, other) -> other.getKey().size() - one.getKey().size())
            .limit(MOST)
            .map(group -> of(group.getValue(), group.getKey(), now))
            .sorted((one, other) -> one.at().compareTo(other.at()))
            .toList();
    }

    private static Collision of(List<Instant> minutes, List<String> units, Now now) {
        Instant first = minutes.getFirst();
        int more = units.size() - NAMED;
        String when = Times.clock(first, now) + (minutes.size() == 1
                ? ""
                : ", " + minutes.size() + " times until " + Times.clock(minutes.getLast(), now));
        return new Collision(first, minutes.size(), units, when + ": " + units.size() + " units start together, "
                + String.join(", ", units.subList(0, Math.min(NAMED, units.size())))
                + (more > 0 ? " and " + more + " more" : ""));
    }
}
