package io.runwisp.view.calendar;

import io.runwisp.view.run.RunSentence;
import io.runwisp.view.words.Mark;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.view.words.Times;
import io.runwisp.view.words.Tone;
import io.runwisp.view.words.Verdict;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.Firing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What ran, what runs and what will run in a stretch of time.
 *
 * @param headline how much there is
 * @param now where the present is, in thousandths of the axis; -1 when it is not on it
 * @param lanes the units, those with most to see first; at most {@link #MOST_LANES}
 * @param collisions when several units are due in one minute
 * @param note what is left out; null when all is there
 */
public record CalendarView(String headline, Axis axis, int now, List<Lane> lanes, List<Collision> collisions,
        @Nullable String note) {

    /** How many units have a lane. */
    public static final int MOST_LANES = 200;
    /** How many places a lane has: what is closer is drawn as one. */
    public static final int PLACES = 250;

    public CalendarView {
        lanes = List.copyOf(lanes);
        collisions = List.copyOf(collisions);
    }

    /**
     * The view of a stretch.
     *
     * @param runs runs that may be in it
     * @param firings slots ahead that may be in it
     * @param usual how long runs of a unit usually take, where it is known
     * @param complete whether these are all that are in it
     */
    public static CalendarView of(Axis axis, List<Run> runs, List<Firing> firings, Map<String, Duration> usual,
            boolean complete, Now now) {
        Map<String, List<Item>> items = new TreeMap<>();
        int ran = 0;
        for (Run run : runs) {
            Instant begin = run.startAt() == null ? run.createdAt() : run.startAt();
            Instant end = run.endAt() != null ? run.endAt() : run.startAt() == null ? begin : now.at();
            if (axis.meets(begin, end)) {
                ran++;
                Verdict verdict = Verdict.of(run);
                add(items, run.taskName(), item(axis, begin, end, verdict.mark(), verdict.tone(), false, run.id(),
                        Times.clock(begin, now) + " " + RunSentence.of(run, List.of(), null, now)));
            }
        }
        List<Firing> ahead = firings.stream()
            .filter(firing -> axis.meets(firing.at(), firing.at()) && !firing.at().isBefore(now.at()))
            .toList();
        for (Firing firing : ahead) {
            Instant end = firing.at().plus(usual.getOrDefault(firing.taskName(), Duration.ZERO));
            String held = firing.held();
            add(items, firing.taskName(), item(axis, firing.at(), end, held != null ? Mark.PAUSED : Mark.WAITING,
                    held != null ? Tone.QUIET : Tone.WAIT, true, "", Times.clock(firing.at(), now)
                            + (held != null ? ", held: " + Times.told(held, now) : "")));
        }
        List<Lane> lanes = items.entrySet()
            .stream()
            .map(unit -> new Lane(unit.getKey(), Item.merged(unit.getValue(), PLACES)))
            .sorted(Comparator.comparingInt((Lane lane) -> -worst(lane)).thenComparing(Lane::unit))
            .toList();
        int place = axis.place(now.at());
        List<Collision> collisions = Collision.of(ahead, now);
        return new CalendarView(headline(ran, ahead.size(), collisions), axis,
                place < 0 || place > Axis.WHOLE ? -1 : place, lanes.subList(0, Math.min(MOST_LANES, lanes.size())),
                collisions, note(lanes.size(), complete));
    }

    private static void add(Map<String, List<Item>> items, String unit, Item item) {
        items.computeIfAbsent(unit, _ -> new ArrayList<>()).add(item);
    }

    private static Item item(Axis axis, Instant begin, Instant end, Mark mark, Tone tone, boolean ahead, String runId,
            String says) {
        int at = Math.clamp(axis.place(begin), 0, Axis.WHOLE - 1);
        int behind = Math.clamp(axis.place(end), at + 1, Axis.WHOLE);
        return new Item(begin, at, behind - at, mark, tone, ahead, 1, runId, says);
    }

    private static int worst(Lane lane) {
        return lane.items()
            .stream()
            .mapToInt(item -> item.tone() == Tone.BAD ? 3 : item.tone() == Tone.ACTIVE ? 2 : item.ahead() ? 0 : 1)
            .max()
            .orElse(0);
    }

    private static String headline(int ran, int ahead, List<Collision> collisions) {
        int most = collisions.stream().mapToInt(collision -> collision.units().size()).max().orElse(0);
        return (ran == 0 ? "Nothing ran" : Spans.count(ran, "run", "runs")) + ", "
                + (ahead == 0 ? "nothing is due" : Spans.count(ahead, "is due", "are due"))
                + (most == 0 ? "" : "; up to " + most + " units start in one minute") + ".";
    }

    private static @Nullable String note(int lanes, boolean complete) {
        String left = lanes > MOST_LANES ? Spans.count(lanes - MOST_LANES, "unit is", "units are") + " left out." : "";
        String more = complete ? "" : "There is more than was asked for; take a shorter stretch to see all.";
        return left.isEmpty() && more.isEmpty() ? null : (left + " " + more).strip();
    }
}
