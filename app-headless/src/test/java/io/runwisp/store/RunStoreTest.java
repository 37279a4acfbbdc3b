package io.runwisp.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.Receipts;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.SampleRuns;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunSort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {

    @TempDir
    private Path directory = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = directory.resolve("runwisp.db");
    }

    @Test
    void aPathMeansItself() throws IOException {
        Path odd = Files.createDirectories(directory.resolve("a b?mode=memory#x%20ü;&"));
        try (RunStore store = Stores.open(odd.resolve("runwisp.db"))) {
            store.configEntries().put("k", "v");
        }
        try (RunStore store = Stores.open(odd.resolve("runwisp.db"))) {
            assertEquals(Optional.of("v"), store.configEntries().get("k"));
        }
        assertTrue(Files.size(odd.resolve("runwisp.db")) > 0);
    }

    @Test
    void allThreeFilesHaveTheirMode() throws IOException {
        try (RunStore store = Stores.open(file)) {
            store.configEntries().put("k", "v");
            for (String name : List.of("runwisp.db", "runwisp.db-wal", "runwisp.db-shm")) {
                assertEquals("rw-r--r--",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))), name);
            }
        }
    }

    @Test
    void aListKnowsWhatWasCommittedSinceTheLastOne() {
        SampleHistory history = new SampleHistory(3, 1);
        try (RunStore store = Stores.open(file)) {
            for (long total = 0; total < 20; total++) {
                assertEquals(total, store.runs().list(RunFilter.ALL, RunSort.NEWEST, 1, 0).total());
                assertEquals(total, store.runs().summary().total());
                Receipts.of(store.journal(), new SaveRun(history.next())).sequences();
            }
        }
    }

    @Test
    void aClosedStoreSaysSo() {
        RunStore store = Stores.open(file);
        store.configEntries().put("k", "v");
        store.close();
        assertThrows(StoreException.class, () -> store.configEntries().put("k", "w"));
        assertThrows(StoreException.class, () -> store.configEntries().get("k"));
    }

    @Test
    void theNewestTenThousandEventsAreKept() {
        try (RunStore store = Stores.open(file)) {
            RunJournalChange[] batch = new RunJournalChange[500];
            Arrays.fill(batch, new AppendEvent("run.updated", SampleRuns.BEGIN, "{}"));
            for (int i = 0; i < 21; i++) {
                Receipts.of(store.journal(), batch).sequences();
            }
            EventLog.Range range = store.events().range();
            assertEquals(new EventLog.Range(501, 10_500), range);
            assertTrue(range.continues(500));
            assertTrue(range.continues(10_500));
            assertTrue(!range.continues(499) && !range.continues(10_501));
            assertEquals(List.of(10_499L, 10_500L),
                    store.events().after(10_498, 50).stream().map(EventLog.Event::seq).toList());
        }
    }

    @Test
    void aDirectoryInItsPlaceIsRefused() throws IOException {
        Files.createDirectory(file);
        String text = Stores.refusal(file);
        assertTrue(text.startsWith(file + " cannot be opened"), text);
    }
}
