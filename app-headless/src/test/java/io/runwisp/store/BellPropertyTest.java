package io.runwisp.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.engine.FakeRunJournal;
import io.runwisp.engine.Receipts;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.ForgetNotices;
import io.runwisp.engine.RunJournalChange.MarkAllNotices;
import io.runwisp.engine.RunJournalChange.MarkNotice;
import io.runwisp.engine.RunJournalChange.RingBell;
import io.runwisp.engine.RunJournalListener;
import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Folding;
import io.runwisp.model.Occurrence;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is rung, marked and forgotten in whatever order: the journal on the disk and the one in memory hold and tell the same. */
class BellPropertyTest {

    private static final long SEED = Long.getLong("runwisp.seed", new Random().nextLong(1_000_000));
    private static final int BATCHES = 400;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Folding FOLDING = new Folding(Duration.ofMinutes(10), 3);

    @TempDir
    private Path directory = Path.of("");

    private final Random random = new Random(SEED);
    private int ids;
    private Instant now = NOON;

    /** Remembers what the journal told beside its receipts. */
    private static final class Told implements RunJournalListener {

        private final List<String> events = new CopyOnWriteArrayList<>();

        @Override
        public void committed(List<RunJournalChange> batch, List<Long> eventSequences) {
            int next = 0;
            for (RunJournalChange change : batch) {
                if (change instanceof AppendEvent(var kind, _, var payload)) {
                    events.add(eventSequences.get(next++) + " " + kind + " " + payload);
                }
            }
        }

        @Override
        public void stalled(String reason) {
            events.add("stalled");
        }

        @Override
        public void recovered() {
            events.add("recovered");
        }

        @Override
        public void receiptFailed(RuntimeException defect) {
            events.add("a defect notification: " + defect);
        }
    }

    @Test
    void bothJournalsHoldAndTellTheSame() {
        FakeRunJournal fake = new FakeRunJournal();
        Told told = new Told();
        try (RunStore store = Stores.open(directory.resolve("runwisp.db"), new Stores.HandTimer(), told)) {
            for (int i = 0; i < BATCHES; i++) {
                RunJournalChange[] batch = batch();
                assertEquals(Receipts.of(fake, batch).sequences(), Receipts.of(store.journal(), batch).sequences(),
                        "seed " + SEED);
                assertEquals(fake.notices(), store.notices().page(500, null), "seed " + SEED + ", batch " + i);
            }
            List<String> expected = new ArrayList<>();
            for (AppendEvent event : fake.events()) {
                expected.add(expected.size() + 1 + " " + event.kind() + " " + event.payload());
            }
            assertEquals(expected,
                    store.events()
                        .after(0, 10_000)
                        .stream()
                        .map(event -> event.seq() + " " + event.kind() + " " + event.payload())
                        .toList(),
                    "seed " + SEED);
            store.journal().close();
            assertEquals(expected.stream().filter(event -> event.contains(" notification")).toList(),
                    told.events.stream().filter(event -> event.contains(" notification")).toList(), "seed " + SEED);
        }
    }

    private RunJournalChange[] batch() {
        RunJournalChange[] batch = new RunJournalChange[random.nextInt(5)];
        for (int i = 0; i < batch.length; i++) {
            now = now.plusSeconds(random.nextInt(-60, 300));
            batch[i] = switch (random.nextInt(10)) {
                case 0 -> new MarkNotice(id(random.nextInt(ids + 1)), random.nextBoolean(), now);
                case 1 -> new MarkAllNotices(now);
                case 2 -> new ForgetNotices(random.nextInt(5, 40), now.minusSeconds(random.nextInt(20_000)), now);
                case 3 -> new AppendEvent("run.updated", now, "{}");
                default -> new RingBell(id(++ids), new Occurrence("f" + random.nextInt(8), EventKind.RUN_FAILED,
                        EventSeverity.ERROR, "a", "r" + ids, "a failed", "It failed.", now), FOLDING);
            };
        }
        return batch;
    }

    private static String id(int number) {
        return String.format("%026d", number);
    }
}
