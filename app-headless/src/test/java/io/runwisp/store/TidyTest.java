package io.runwisp.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.Receipts;
import io.runwisp.engine.RunJournalChange.SaveSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commit that found the write-ahead log full moved a thousand pages into the database while a run waited for it. */
class TidyTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void whatIsCommittedMovesIntoTheDatabaseWhenNothingWaits() throws IOException {
        Path file = directory.resolve("runwisp.db");
        try (RunStore store = Stores.open(file)) {
            long before = Files.size(file);
            for (int i = 0; i < ChangeWriter.TIDY_AFTER; i++) {
                Receipts.of(store.journal(), new SaveSetting("key-" + i, "x".repeat(3000))).sequences();
            }
            long deadline = System.nanoTime() + 20_000_000_000L;
            while (Files.size(file) == before && System.nanoTime() < deadline) {
                LockSupport.parkNanos(1_000_000);
            }
            assertTrue(Files.size(file) > before, "nothing was moved although nothing waits");
        }
    }
}
