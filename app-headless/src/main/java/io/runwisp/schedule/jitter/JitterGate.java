package io.runwisp.schedule.jitter;

import io.runwisp.time.ClockReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets firings through one at a time, for all tasks of the daemon together; each at its place at the latest. A state
 * machine without clock or timer, owned by the engine thread.
 *
 * <p>How to use it: {@link #arrive} for each {@code Fire} of a task with a window, then {@link #release}; start what it
 * answers, in that order; tell {@link #refused} at once when the overlap policy lets it not run, else {@link #ended}
 * when its row ends (a queued one too). After each of these, and after {@link #nextWake}, call {@link #release} again.
 *
 * <p>A run that was let through blocks the gate while it is younger than its own window: a long run does not delay the
 * starts of a whole night.
 */
public final class JitterGate {

    private final List<Place> held = new ArrayList<>();
    private final List<Passed> inFlight = new ArrayList<>();

    /** A firing comes, at its slot or a little later. It is held until {@link #release} answers it. */
    public void arrive(JitterArrival arrival, ClockReading now) {
        held.add(Place.of(arrival, firstFree(arrival, ownPlace(arrival)), now));
    }

    /** Its place; or, when one that is due with it went ahead of its turn, the place that the other one gave up. */
    private Instant ownPlace(JitterArrival arrival) {
        Instant own = arrival.slot().plus(arrival.offset());
        for (int i = 0; i < inFlight.size(); i++) {
            Passed ahead = inFlight.get(i);
            if (ahead.arrival().coincidesWith(arrival) && ahead.at().isAfter(own)) {
                inFlight.set(i, ahead.at(own));
                return ahead.at().isAfter(arrival.ceiling()) ? arrival.ceiling() : ahead.at();
            }
        }
        return own;
    }

    /** Two that are due together never have one place, or both would start when it comes. */
    private Instant firstFree(JitterArrival arrival, Instant wanted) {
        Instant place = wanted;
        for (int tries = 1; isTaken(arrival, place) && tries <= held.size() + inFlight.size() + 1; tries++) {
            place = arrival.slot().plus(arrival.window().multipliedBy(tries).dividedBy(tries + 1L));
        }
        return place;
    }

    private boolean isTaken(JitterArrival arrival, Instant place) {
        return held.stream().anyMatch(other -> other.arrival().coincidesWith(arrival) && other.at().equals(place))
                || inFlight.stream()
                    .anyMatch(other -> other.arrival().coincidesWith(arrival) && other.at().equals(place));
    }

    /** Those that are to start now, in order. */
    public List<JitterArrival> release(ClockReading now) {
        inFlight.removeIf(passed -> !passed.blocks(now));
        held.sort(Place.ORDER);
        List<JitterArrival> starts = new ArrayList<>();
        for (Place place : List.copyOf(held)) {
            if (place.hasCome(now) || inFlight.isEmpty()) {
                held.remove(place);
                inFlight.add(new Passed(place.arrival(), place.at(), now.nanos()));
                starts.add(place.arrival());
            }
        }
        return starts;
    }

    /** The row of a firing has ended, whatever its end, held or let through. One that is not known does not matter. */
    public void ended(String task, Instant slot) {
        int before = inFlight.size();
        removeFirst(inFlight.iterator(), passed -> passed.arrival().is(task, slot));
        if (inFlight.size() == before) {
            removeFirst(held.iterator(), place -> place.arrival().is(task, slot));
        }
    }

    /** After a step back of the clock one slot may fire again while its first run goes on: one end ends one of them. */
    private static <T> void removeFirst(Iterator<T> all, Predicate<T> which) {
        while (all.hasNext()) {
            if (which.test(all.next())) {
                all.remove();
                return;
            }
        }
    }

    /** A firing did not get a run: it was skipped, refused, or stopped before its start. */
    public void refused(String task, Instant slot) {
        ended(task, slot);
    }

    /** A task is paused or removed: what is held of it is given up, and answered. */
    public List<JitterArrival> drop(String task) {
        List<Place> dropped = held.stream().filter(place -> place.arrival().task().equals(task)).toList();
        held.removeAll(dropped);
        return dropped.stream().map(Place::arrival).toList();
    }

    /** The daemon ends: everything that is held is given up, and answered. */
    public List<JitterArrival> dropAll() {
        List<JitterArrival> dropped = held.stream().map(Place::arrival).toList();
        held.clear();
        return dropped;
    }

    /** How long until something may be released without a call in between; null when nothing is held. */
    public @Nullable Duration nextWake(ClockReading now) {
        if (held.isEmpty()) {
            return null;
        }
        Duration free = Duration.ZERO;
        for (Passed passed : inFlight) {
            free = longer(free, passed.blocksFor(now));
        }
        Duration wake = free;
        for (Place place : held) {
            Duration wait = place.comesIn(now);
            wake = wait.compareTo(wake) < 0 ? wait : wake;
        }
        return wake;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /**
     * A held firing.
     *
     * @param at its place
     * @param atNanos the same by the monotonic clock, so that a clock that is set back does not keep it
     */
    private record Place(JitterArrival arrival, Instant at, long atNanos) {

        static final Comparator<Place> ORDER = Comparator.comparing(Place::at)
            .thenComparing(place -> place.arrival().task());

        static Place of(JitterArrival arrival, Instant at, ClockReading now) {
            return new Place(arrival, at, now.nanos() + Duration.between(now.wall(), at).toNanos());
        }

        boolean hasCome(ClockReading now) {
            return comesIn(now).isZero();
        }

        Duration comesIn(ClockReading now) {
            Duration wait = Duration.ofNanos(atNanos - now.nanos());
            // A clock that was set forward, or a sleep, must not carry it past the next slot.
            Duration most = Duration.between(now.wall(), arrival.ceiling());
            Duration shorter = wait.compareTo(most) < 0 ? wait : most;
            return shorter.isNegative() ? Duration.ZERO : shorter;
        }
    }

    /**
     * A firing that was let through.
     *
     * @param at the place that it had
     */
    private record Passed(JitterArrival arrival, Instant at, long startedNanos) {

        Passed at(Instant other) {
            return new Passed(arrival, other, startedNanos);
        }

        boolean blocks(ClockReading now) {
            return !blocksFor(now).isZero();
        }

        Duration blocksFor(ClockReading now) {
            Duration left = arrival.window().minus(now.since(startedNanos));
            return left.isNegative() ? Duration.ZERO : left;
        }
    }
}
