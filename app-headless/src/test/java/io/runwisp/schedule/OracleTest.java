package io.runwisp.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares the evaluator with a scan of every minute. The short form runs in every build;
 * {@code -Drunwisp.oracle=long} takes all zones and ten years; {@code -Drunwisp.seed=N} replays a run.
 */
class OracleTest {

    private static final long SEED = Long.getLong("runwisp.seed", new Random().nextLong());
    private static final boolean LONG = "long".equals(System.getProperty("runwisp.oracle"));
    private static final int RANDOM_LINES = LONG ? 12 : 6;
    private static final int RANDOM_ZONES = 6;

    private static final List<String> LINES = List.of(
            "30 2 * * *", "0,30 0-3 * * *", "*/15 * * * *", "0 */2 * * *", "*/20 * * * *", "59 23 * * *", "0 0 * * sun",
            "10,50 15 0,1,2 * * *");
    private static final List<String> ZONES = List.of(
            "Europe/Bratislava", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo",
            "Africa/Casablanca", "Antarctica/Troll", "Asia/Kathmandu", "Asia/Tehran", "Pacific/Chatham", "UTC");

    @Test
    @SuppressWarnings("SystemOut")
    void theEvaluatorSaysWhatAScanOfEveryMinuteFinds() {
        List<String> zones = zones(new Random(SEED));
        long compared = zones.parallelStream().mapToLong(OracleTest::scanOfZone).sum();
        System.out.println("oracle: seed " + SEED + ", " + zones.size() + " zones, " + compared + " slots compared");
        assertTrue(compared > 10_000, "too little was compared: " + compared);
    }

    private static long scanOfZone(String zone) {
        // Each zone has its own sequence, so that the order in which zones are scanned does not matter.
        Random random = new Random(SEED + zone.hashCode());
        int year = LONG ? 2020 : 1975 + random.nextInt(75);
        try {
            return scan(zone, LocalDate.of(year, 1, 1), LONG ? 10 : 1, random);
        } catch (AssertionError difference) {
            String replay = " (replay with -Drunwisp.seed=" + SEED + ")";
            throw new AssertionError(difference.getMessage() + replay, difference);
        }
    }

    @Test
    void theDayThatSamoaLeftOutIsScannedToo() {
        Random random = new Random(SEED);
        assertTrue(scan("Pacific/Apia", LocalDate.of(2011, 12, 1), 1, random) > 1_000);
    }

    private static long scan(String zone, LocalDate from, int years, Random random) {
        List<String> lines = new ArrayList<>(LINES);
        RandomCron made = new RandomCron(random);
        for (int i = 0; i < RANDOM_LINES; i++) {
            lines.add(made.line());
        }
        return new MinuteScan(ZoneId.of(zone), lines, new Evaluator(), random)
            .scan(begin(from), begin(from.plusYears(years)));
    }

    private static List<String> zones(Random random) {
        List<String> all = List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()));
        if (LONG) {
            return all;
        }
        List<String> some = new ArrayList<>(ZONES);
        for (int i = 0; i < RANDOM_ZONES; i++) {
            some.add(all.get(random.nextInt(all.size())));
        }
        return some;
    }

    private static Instant begin(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Errors that an evaluator might have; the oracle must see each of them. */
    enum Fault {
        RUNS_IN_THE_REPEATED_HOUR,
        SUPPRESSES_WILDCARD_HOURS,
        FORGETS_THE_GAP,
        RUNS_ALL_OF_THE_GAP,
        ANSWERS_THE_INSTANT_ITSELF,
        LEAVES_OUT_A_SLOT,
        TAKES_EITHER_DAY_FOR_STARS
    }

    @ParameterizedTest
    @EnumSource
    void theOracleSeesAnEvaluatorThat(Fault fault) {
        List<String> lines = List.of("0,30 1-2 * * *", "*/30 * * * *", "0 12 */2 * 1");
        Instant begin = begin(LocalDate.of(2026, 1, 1));
        Instant end = begin(LocalDate.of(2027, 1, 1));
        ZoneId zone = ZoneId.of("Europe/Bratislava");
        assertTrue(new MinuteScan(zone, lines, new Evaluator(), new Random(1)).scan(begin, end) > 1_000);
        MinuteScan faulty = new MinuteScan(zone, lines, faulty(fault), new Random(1));
        assertThrows(AssertionError.class, () -> faulty.scan(begin, end));
    }

    private static NextSlot faulty(Fault fault) {
        Evaluator good = new Evaluator();
        return switch (fault) {
            case RUNS_IN_THE_REPEATED_HOUR -> running(good, Slot.Fate.REPEATED);
            case RUNS_ALL_OF_THE_GAP -> running(good, Slot.Fate.COLLAPSED);
            case SUPPRESSES_WILDCARD_HOURS -> reading(good, "*/30 *", "*/30 0-23");
            case TAKES_EITHER_DAY_FOR_STARS -> reading(good, "*/2", "1/2");
            case FORGETS_THE_GAP -> leavingOut(good, "2026-03-29T01:");
            case LEAVES_OUT_A_SLOT -> leavingOut(good, "2026-07-06T10:00:00Z");
            case ANSWERS_THE_INSTANT_ITSELF -> (line, after, zone) -> good.next(line, after.minusNanos(1), zone);
        };
    }

    private static NextSlot running(NextSlot good, Slot.Fate suppressed) {
        return (line, after, zone) -> {
            Slot slot = good.next(line, after, zone);
            return slot != null && slot.fate() == suppressed ? new Slot(slot.at(), Slot.Fate.RUN) : slot;
        };
    }

    private static NextSlot reading(NextSlot good, String part, String instead) {
        return (line, after, zone) -> good.next(line.replace(part, instead), after, zone);
    }

    private static NextSlot leavingOut(NextSlot good, String instant) {
        return (line, after, zone) -> {
            Slot slot = good.next(line, after, zone);
            boolean out = slot != null && slot.at().toString().startsWith(instant);
            return slot != null && out ? good.next(line, slot.at(), zone) : slot;
        };
    }

    @Test
    void theNaiveReadingKnowsTheOddForms() {
        assertEquals(List.of(0, 5, 6), weekdays("0 0 * * fri-sun"));
        assertEquals(List.of(0), weekdays("0 0 * * 7/3"));
        assertEquals(List.of(0, 1, 2), weekdays("0 0 * * sun-tue"));
        assertEquals(List.of(0, 1, 3, 5), weekdays("0 0 * * 1/2"));
    }

    private static List<Integer> weekdays(String line) {
        NaiveCron cron = new NaiveCron(line);
        List<Integer> weekdays = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            // The fifth of July 2026 is a Sunday.
            if (cron.names(LocalDate.of(2026, 7, 5 + day).atStartOfDay())) {
                weekdays.add(day);
            }
        }
        return weekdays;
    }

    /** The evaluator under test, with each line read once. */
    private static final class Evaluator implements NextSlot {
        private final Map<String, Schedule> read = new HashMap<>();

        @Override
        public @Nullable Slot next(String line, Instant after, ZoneId zone) {
            return read.computeIfAbsent(line, Timelines::schedule).next(after, zone);
        }
    }
}
