package io.runwisp.schedule.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.schedule.RandomCron;
import io.runwisp.schedule.Slot;
import io.runwisp.schedule.plan.SlotDecision.CatchUp;
import io.runwisp.schedule.plan.SlotDecision.DstSkipped;
import io.runwisp.schedule.plan.SlotDecision.Fire;
import io.runwisp.schedule.plan.SlotDecision.Missed;
import io.runwisp.time.ClockReading;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Lets tasks live through years of restarts, sleeps, pauses and clocks that are set, and holds every plan against a
 * reference that goes from slot to slot. The short form runs in every build; {@code -Drunwisp.planner=long} takes all
 * zones and ten years; {@code -Drunwisp.seed=N} replays a run.
 */
class PlanningOverYearsTest {

    private static final long SEED = Long.getLong("runwisp.seed", new Random().nextLong());
    private static final boolean LONG = "long".equals(System.getProperty("runwisp.planner"));
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(LONG ? 3_653 : 366);
    private static final List<String> LINES = List.of("30 2 * * *", "0,30 1-3 * * *", "0 */4 * * *", "30 0,23 * * *");
    private static final List<String> ZONES = List.of(
            "Europe/Bratislava", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Africa/Casablanca",
            "Antarctica/Troll", "Asia/Kathmandu", "UTC");

    @Test
    @Timeout(3_600)
    @SuppressWarnings("SystemOut")
    void everySlotHasExactlyOneAccount() {
        List<String> zones = LONG ? List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds())) : ZONES;
        long slots = zones.parallelStream().mapToLong(PlanningOverYearsTest::live).sum();
        System.out.println("planner: seed " + SEED + ", " + zones.size() + " zones, " + slots + " slots");
        assertTrue(slots > 10_000, "too few slots: " + slots);
    }

    private static long live(String zone) {
        Random random = new Random(SEED + zone.hashCode());
        List<String> lines = new ArrayList<>(LINES);
        lines.add(sparse(random));
        return lines.stream().mapToLong(line -> live(line, zone, SPAN, SlotPlanner::plan, random)).sum();
    }

    /** A line so dense that a gap would be cut has no full account; such gaps have tests of their own. */
    private static String sparse(Random random) {
        RandomCron made = new RandomCron(random);
        while (true) {
            String line = made.line();
            Slot last = PlanText.schedule(line).next(BEGIN, ZoneId.of("UTC"));
            boolean dense = false;
            for (int i = 0; i < 200 && last != null && !dense; i++) {
                Slot next = PlanText.schedule(line).next(last.at(), ZoneId.of("UTC"));
                dense = next != null && Duration.between(last.at(), next.at()).toMinutes() < 10;
                last = next;
            }
            if (!dense) {
                return line;
            }
        }
    }

    private static long live(
            String line, String zone, Duration span, BiFunction<PlanInput, ClockReading, Plan> planner, Random random) {
        PlanWorld world = new PlanWorld(line, ZoneId.of(zone), BEGIN, planner, random);
        try {
            return world.live(BEGIN.plus(span), 12);
        } catch (AssertionError fault) {
            throw new AssertionError(
                    world + ": " + fault.getMessage() + " (replay with -Drunwisp.seed=" + SEED + ")", fault);
        }
    }

    @Test
    void whenItIsWokenDoesNotChangeWhatFires() {
        Random random = new Random(SEED);
        for (String zone : ZONES) {
            for (String line : List.of("*/7 0-4 * * *", "20 1,2,3 * * *", "*/15 * * * * *")) {
                Duration span = Duration.ofDays(line.startsWith("*/15") ? 1 : 40);
                Instant begin = Instant.parse("2026-03-20T00:00:00Z");
                Set<Instant> punctual = fired(line, zone, begin, begin.plus(span), new Random(0), 1);
                Set<Instant> sloppy = fired(line, zone, begin, begin.plus(span), random, 59_000);
                assertEquals(punctual, sloppy, () -> line + " in " + zone + ", -Drunwisp.seed=" + SEED);
            }
        }
    }

    private static Set<Instant> fired(String line, String zone, Instant begin, Instant end, Random random, int late) {
        Set<Instant> fired = new TreeSet<>();
        ScheduleMark mark = ScheduleMark.of(begin, PlanText.schedule(line), ZoneId.of(zone));
        Instant now = begin;
        while (now.isBefore(end)) {
            PlanInput input = new PlanInput("t", PlanText.schedule(line), ZoneId.of(zone), mark, null, 0, false,
                    Interruption.NONE);
            Plan plan = SlotPlanner.plan(input, new ClockReading(now, 0));
            for (SlotDecision decision : plan.decisions()) {
                if (decision instanceof Fire && decision.at().isBefore(end.minusSeconds(60))) {
                    assertTrue(fired.add(decision.at()), () -> decision + " fired twice");
                }
            }
            mark = plan.mark();
            Instant wake = plan.nextWake() == null ? end : plan.nextWake();
            now = random.nextInt(3) == 0 && now.plusSeconds(1).isBefore(wake)
                    ? now.plusMillis(1_000)
                    : wake.plusMillis(random.nextInt(late));
        }
        return fired;
    }

    /** Errors that a planner might have; the checker must see each of them. */
    enum Fault {
        LOSES_A_SLOT,
        FIRES_A_SLOT_TWICE,
        RUNS_A_REPEATED_SLOT,
        HIDES_THE_ROW_OF_A_GAP,
        COUNTS_ONE_TOO_FEW,
        TELLS_OF_A_GAP_THAT_WAS_RUN_AGAIN,
        CATCHES_UP_THE_OLDEST,
        LEAVES_THE_MARK,
        SETS_THE_MARK_BACK,
        RUNS_AHEAD,
        OVERSLEEPS,
        FIRES_WHAT_A_PAUSE_DROPS
    }

    @ParameterizedTest
    @EnumSource
    void theCheckerSeesAPlannerThat(Fault fault) {
        BiFunction<PlanInput, ClockReading, Plan> faulty = (input, now) -> faulty(fault, input, now);
        assertThrows(AssertionError.class, () -> {
            for (int i = 0; i < 20; i++) {
                live("30 1-2 * * *", "Europe/Bratislava", SPAN, faulty, new Random(i));
            }
        });
    }

    private static Plan faulty(Fault fault, PlanInput input, ClockReading now) {
        Plan good = SlotPlanner.plan(input, now);
        return switch (fault) {
            case LOSES_A_SLOT -> changed(good, decisions -> without(decisions, Fire.class));
            case FIRES_A_SLOT_TWICE -> changed(good, decisions -> {
                List<SlotDecision> twice = new ArrayList<>(decisions);
                decisions.stream().filter(Fire.class::isInstance).forEach(fire -> twice.add(0, fire));
                return twice;
            });
            case RUNS_A_REPEATED_SLOT -> changed(good, decisions -> decisions.stream()
                .map(decision -> decision instanceof DstSkipped
                        ? new Fire(decision.at(), Duration.ZERO, "faulty")
                        : decision)
                .toList());
            case HIDES_THE_ROW_OF_A_GAP -> changed(good, decisions -> without(decisions, Missed.class));
            case COUNTS_ONE_TOO_FEW -> changed(good, decisions -> decisions.stream()
                .map(decision -> decision instanceof Missed missed
                        ? new Missed(missed.first(), missed.at(), missed.createdAt(), missed.count() - 1, false,
                                missed.rerun(), missed.cause(), "faulty")
                        : decision)
                .toList());
            case TELLS_OF_A_GAP_THAT_WAS_RUN_AGAIN -> changed(good, decisions -> {
                boolean silent = decisions.stream().noneMatch(Missed.class::isInstance);
                List<SlotDecision> told = new ArrayList<>(decisions);
                if (silent && !told.isEmpty() && told.getFirst() instanceof CatchUp again) {
                    told.addFirst(new Missed(again.at(), again.at(), again.at(), 1, false, 1, input.interruption(),
                            "faulty"));
                }
                return told;
            });
            case CATCHES_UP_THE_OLDEST -> changed(good, decisions -> {
                List<SlotDecision> oldest = new ArrayList<>(decisions);
                boolean gap = oldest.removeIf(CatchUp.class::isInstance);
                if (gap && !oldest.isEmpty() && oldest.getFirst() instanceof Missed missed) {
                    oldest.addFirst(new CatchUp(missed.first(), "faulty"));
                }
                return gap ? oldest : decisions;
            });
            case LEAVES_THE_MARK -> marked(good, input.mark() == null ? good.mark().at() : input.mark().at());
            case SETS_THE_MARK_BACK -> marked(good, good.mark().at().minusSeconds(1));
            case RUNS_AHEAD -> marked(good, good.nextWake() == null ? good.mark().at() : good.nextWake());
            case OVERSLEEPS -> new Plan(good.task(), good.decisions(), good.mark(), null,
                    good.nextWake() == null ? null : good.nextWake().plusSeconds(1), good.held(), good.reset());
            case FIRES_WHAT_A_PAUSE_DROPS -> SlotPlanner.plan(
                    new PlanInput("t", input.schedule(), input.zone(), input.mark(), null, input.catchUpRuns(), false,
                            input.interruption()),
                    now);
        };
    }

    private static List<SlotDecision> without(List<SlotDecision> decisions, Class<? extends SlotDecision> kind) {
        return decisions.stream().filter(decision -> !kind.isInstance(decision)).toList();
    }

    private static Plan changed(Plan good, UnaryOperator<List<SlotDecision>> change) {
        return new Plan(good.task(), change.apply(good.decisions()), good.mark(), null, good.nextWake(), good.held(),
                good.reset());
    }

    private static Plan marked(Plan good, Instant mark) {
        return new Plan(good.task(), good.decisions(), good.mark().movedTo(mark), null, good.nextWake(), good.held(),
                good.reset());
    }
}
