package io.runwisp.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One journal, others who announce, and subscribers that come, go, dawdle and come back: no event is lost or told twice without a word. */
class EventHubPropertyTest {

    private static final int EVENTS = 20_000;
    private static final int SUBSCRIBERS = 12;

    private final FakeEventHistory history = new FakeEventHistory(EventSubscription.MOST_EVENTS * 2);
    private final EventHub hub = new EventHub(history, 0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyEventBehindAPlaceIsToldOnceOrItsLossIs(long seed) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Account>> accounts = new ArrayList<>();
            for (int i = 0; i < SUBSCRIBERS; i++) {
                Random random = new Random(seed * 100 + i);
                accounts.add(threads.submit(() -> listen(random)));
            }
            Callable<Void> announcing = () -> {
                IntStream.range(0, EVENTS / 10).forEach(_ -> hub.announce("system", "{}"));
                return null;
            };
            Future<Void> other = threads.submit(announcing);
            threads.submit(() -> publish(new Random(seed))).get();
            other.get();
            for (Future<Account> account : accounts) {
                assertEquals(List.of(), account.get().faults);
                assertEquals(EVENTS, account.get().position);
            }
        }
    }

    @Test
    void anEventThatIsMissingOrToldTwiceIsAFault() {
        Account account = new Account();
        for (long seq : new long[]{1, 2, 4, 4}) {
            account.add(new Tiding.Event(seq, "run.updated", "{}"));
        }
        account.add(new Tiding.Lost("", 3, true));
        assertEquals(List.of("4 after 2", "4 after 4", "back to 3 from 4"), account.faults);
    }

    private Void publish(Random random) {
        int left = EVENTS;
        while (left > 0) {
            int size = Math.min(left, 1 + random.nextInt(8));
            List<RunJournalChange> batch = new ArrayList<>();
            List<Long> numbers = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                numbers.add(history.append("run.updated", "{\"n\":" + (EVENTS - left + i) + "}").seq());
                batch.add(new AppendEvent("run.updated", Instant.EPOCH, "{\"n\":" + (EVENTS - left + i) + "}"));
            }
            hub.committed(batch, numbers);
            left -= size;
        }
        return null;
    }

    /** What a subscriber was told, over all its comings and goings. */
    private static final class Account {
        private final List<String> faults = new ArrayList<>();
        private long position;

        void add(Tiding tiding) {
            switch (tiding) {
                case Tiding.Event(long seq, _, _) when seq == Tiding.Event.EPHEMERAL -> {
                }
                case Tiding.Event(long seq, _, _) -> {
                    if (seq != position + 1) {
                        faults.add(seq + " after " + position);
                    }
                    position = seq;
                }
                case Tiding.Lost(_, long place, _) -> {
                    if (place < position) {
                        faults.add("back to " + place + " from " + position);
                    }
                    position = place;
                }
            }
        }
    }

    private Account listen(Random random) throws InterruptedException {
        Account account = new Account();
        while (account.position < EVENTS) {
            Semaphore news = new Semaphore(0);
            try (EventSubscription subscription = hub.subscribe(account.position, _ -> true, news::release)) {
                int patience = 1 + random.nextInt(200);
                while (patience-- > 0 && account.position < EVENTS) {
                    List<Tiding> tidings = subscription.poll();
                    tidings.forEach(account::add);
                    if (tidings.isEmpty() && !news.tryAcquire(20, TimeUnit.SECONDS)) {
                        account.faults.add("nobody woke it at " + account.position);
                        return account;
                    }
                    dawdle(random);
                }
            }
        }
        return account;
    }

    private static void dawdle(Random random) {
        if (random.nextInt(10) == 0) {
            LockSupport.parkNanos(random.nextInt(500_000));
        }
    }
}
