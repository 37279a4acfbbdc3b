package io.runwisp.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.Moment;
import io.runwisp.model.EventSeverity;
import io.runwisp.notify.Coalescer.Due;
import io.runwisp.time.VirtualClocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the folding of messages, whatever happens. */
class CoalescerTest {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final VirtualClocks clocks = new VirtualClocks(Instant.parse("2026-03-01T12:00:00Z"));

    private Moment now() {
        return new Moment(clocks.wall().now(), clocks.monotonic().nanos());
    }

    private Alert alert() {
        Instant at = clocks.wall().now();
        return new Alert("run.failed", EventSeverity.ERROR, "a", null, at, "a failed", "failed", "Why.", null, 1, at);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eachOccurrenceIsInExactlyOneMessageAndTheFirstNeverWaits(long seed) {
        Random random = new Random(seed);
        Coalescer coalescer = new Coalescer(new Coalescer.Rule(true, WINDOW, 1 + random.nextInt(12)));
        Map<String, Integer> happened = new HashMap<>();
        Map<String, Integer> told = new HashMap<>();
        Map<String, Integer> messages = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            clocks.advance(Duration.ofSeconds(random.nextInt(random.nextInt(50) == 0 ? 1_500 : 40)));
            count(coalescer.due(now()), told, messages);
            String token = "t" + random.nextInt(4);
            boolean quiet = !coalescer.isOpen(new Coalescer.Key(token, "a", "f"));
            happened.merge(token, 1, Integer::sum);
            var due = coalescer.take(new Coalescer.Key(token, "a", "f"), alert(), now());
            assertTrue(!quiet || due.isPresent(), "seed " + seed + ": the first waits");
            due.ifPresent(one -> count(List.of(new Due(token, one)), told, messages));
            if (random.nextInt(200) == 0) {
                List<Coalescer.Window> windows = coalescer.windows(now());
                coalescer = new Coalescer(new Coalescer.Rule(true, WINDOW, 5));
                coalescer.restore(windows, now());
            }
        }
        clocks.advance(WINDOW);
        count(coalescer.due(now()), told, messages);
        assertEquals(happened, told, "seed " + seed);
        assertEquals(Long.MAX_VALUE, coalescer.next(), "seed " + seed);
        messages.forEach((token, count) -> assertTrue(count < happened.getOrDefault(token, 0),
                "seed " + seed + ": folds nothing"));
    }

    private static void count(List<Due> due, Map<String, Integer> told, Map<String, Integer> messages) {
        for (Due one : due) {
            told.merge(one.token(), one.alert().count(), Integer::sum);
            messages.merge(one.token(), 1, Integer::sum);
        }
    }

    @Test
    void itRemembersNoMoreThanItsBoundAndLosesNoCount() {
        Coalescer coalescer = new Coalescer(new Coalescer.Rule(true, WINDOW, 10));
        int told = 0;
        List<Due> due = new ArrayList<>();
        for (int i = 0; i < 3 * Coalescer.MOST_KEYS; i++) {
            for (int twice = 0; twice < 2; twice++) {
                due.addAll(coalescer.due(now()));
                told += coalescer.take(new Coalescer.Key("t", "u" + i, "f"), alert(), now())
                    .map(Alert::count)
                    .orElse(0);
            }
        }
        due.addAll(coalescer.due(now()));
        assertEquals(Coalescer.MOST_KEYS, coalescer.windows(now()).size());
        due.addAll(coalescer.flush());
        assertEquals(6 * Coalescer.MOST_KEYS, told + due.stream().mapToInt(one -> one.alert().count()).sum());
    }

    @Test
    void aClockThatWasSetBetweenTwoLivesMakesNoWindowLonger() {
        Coalescer coalescer = new Coalescer(new Coalescer.Rule(true, WINDOW, 10));
        var _ = coalescer.take(new Coalescer.Key("t", "u", "f"), alert(), now());
        List<Coalescer.Window> windows = coalescer.windows(now());
        clocks.step(Duration.ofDays(-3));
        Coalescer next = new Coalescer(new Coalescer.Rule(true, WINDOW, 10));
        next.restore(windows, now());
        clocks.advance(WINDOW);
        assertEquals(List.of(), next.due(now()));
        assertEquals(Long.MAX_VALUE, next.next());
    }
}
