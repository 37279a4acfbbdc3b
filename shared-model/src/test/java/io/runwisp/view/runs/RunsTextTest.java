package io.runwisp.view.runs;

import static io.runwisp.view.Scene.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.model.EndReason;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunPhase;
import io.runwisp.model.RunSort;
import io.runwisp.model.Trigger;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RunsTextTest {

    @Test
    void whatIsTypedIsUnderstood() {
        RunsText.Read read = RunsText.ofWords("status:failed,skipped task:db:backup exit:\">100 <150\" retries:only"
                + " from:2026-11-01 to:2026-11-26 trigger:cron sort:-duration night ly");
        assertEquals(List.of(), read.problems());
        RunsWanted wanted = read.wanted();
        assertEquals("db:backup", wanted.task());
        assertEquals("night ly", wanted.search());
        assertEquals(new RunSort(RunSort.Field.DURATION, true), wanted.sort());
        RunFilter filter = wanted.filter(NOW.zone());
        assertTrue(filter.statuses().containsAll(Set.of("timeout", "missed", "queue_full")), filter.toString());
        assertEquals(101, filter.exitCodeMin());
        assertEquals(149, filter.exitCodeMax());
        assertEquals(Instant.parse("2026-10-31T23:00:00Z"), filter.createdAfter());
        assertEquals(Instant.parse("2026-11-26T22:59:59.999Z"), filter.createdBefore());
        assertTrue(filter.retriesOnly());
    }

    @Test
    void whatCannotBeReadIsNamedAndLeftOut() {
        RunsText.Read read = RunsText.ofWords("status:red trigger:moon from:yesterday exit:>x task:backup sort:age");
        assertEquals("backup", read.wanted().task());
        assertEquals(5, read.problems().size(), read.problems().toString());
        assertEquals("trigger: \"moon\" is not known; expected one of cron, api, service, startup, hook",
                read.problems().get(1));
        assertEquals("exit: \">x\" is ignored; expected such as 137, >100, <=2 or \">100 <150\"",
                read.problems().getLast());
        assertEquals(RunFilter.ofTask("backup"), read.wanted().filter(NOW.zone()));
    }

    @Test
    void addressesOfOthersAndBrokenOnesDoNoHarm() {
        RunsText.Read read = RunsText.ofAddress("page=2&status=failed&task=%zz&x&=&status=");
        assertEquals(Bucket.FAILED.statuses(), read.wanted().statuses());
        assertEquals(List.of("task=%zz: not a value of an address"), read.problems());
        assertTrue(RunsText.ofAddress("").wanted().everything());
        assertFalse(RunsText.ofWords("a".repeat(5000)).problems().isEmpty());
    }

    /** Five hundred made-up lists. */
    @Test
    void whatIsWantedIsWantedStillWhenItWasWrittenAndRead() {
        Random random = new Random(6);
        for (int i = 0; i < 500; i++) {
            RunsWanted wanted = made(random);
            RunsText.Read address = RunsText.ofAddress(RunsText.address(wanted));
            assertEquals(wanted, ordered(address.wanted(), wanted), RunsText.address(wanted));
            RunsText.Read words = RunsText.ofWords(RunsText.words(wanted));
            assertEquals(wanted, ordered(words.wanted(), wanted), RunsText.words(wanted));
        }
    }

    /** The set is the same in whatever order. */
    private static RunsWanted ordered(RunsWanted read, RunsWanted wanted) {
        return read.statuses().equals(wanted.statuses()) ? read.withStatuses(wanted.statuses()) : read;
    }

    private static RunsWanted made(Random random) {
        Set<String> statuses = new LinkedHashSet<>();
        Stream.concat(Arrays.stream(EndReason.values()).map(EndReason::word),
                Arrays.stream(RunPhase.values()).map(RunPhase::word))
            .filter(_ -> random.nextInt(3) == 0)
            .forEach(statuses::add);
        List<String> texts = List.of("a", "a b", "status:failed", "über & =%+#", " x ", "a  b", "http://x", "100%");
        return RunsWanted.ALL.withStatuses(random.nextBoolean() ? Set.of() : statuses)
            .withTask(random.nextBoolean() ? null : "db:back-up.1")
            .withSearch(random.nextBoolean() ? null : one(texts, random))
            .withTrigger(random.nextBoolean() ? null : one(List.of(Trigger.values()), random))
            .within(edge("2026-11-", random), edge("2026-12-", random))
            .withExit(random.nextBoolean() ? null : one(List.of("137", ">100 <150", "what"), random))
            .withRetriesOnly(random.nextBoolean())
            .withSort(new RunSort(one(List.of(RunSort.Field.values()), random), random.nextBoolean()));
    }

    private static @Nullable Edge edge(String month, Random random) {
        String day = month + (10 + random.nextInt(18));
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> Edge.read(day).orElseThrow();
            default -> Edge.read(day + "T02:30:" + (10 + random.nextInt(50)) + ".5Z").orElseThrow();
        };
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    @ParameterizedTest
    @CsvSource({"137,137,137", ">100,101,", "<=2,,2", "'>100 <150',101,149", "=3,3,3", ">=5,5,", "-1,-1,-1",
            "' < 3 ',,2", ">1<9,2,8"})
    void exitCodesAreARange(String written, Integer min, Integer max) {
        ExitCodes codes = ExitCodes.read(written).orElseThrow();
        assertEquals(min, codes.min());
        assertEquals(max, codes.max());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", ">", "1x", ">9 <3", "99999999999", ">1 and", "=>3", "1 2"})
    void whatIsNoRangeIsRefused(String written) {
        assertTrue(ExitCodes.read(written).isEmpty(), written);
    }
}
