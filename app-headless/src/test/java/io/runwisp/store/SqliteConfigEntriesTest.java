package io.runwisp.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.data.ConfigEntries;
import io.runwisp.data.ConfigEntriesContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteConfigEntriesTest extends ConfigEntriesContract {

    @TempDir
    private Path directory = Path.of("");

    private @Nullable RunStore store;

    @BeforeEach
    void openStore() {
        store = Stores.open(directory.resolve("runwisp.db"));
    }

    @AfterEach
    void closeStore() {
        store().close();
    }

    @Override
    protected ConfigEntries entries() {
        return store().configEntries();
    }

    @Test
    void aChangeIsOnTheDiskWhenItReturns() throws IOException {
        entries().put("jwt_secret", "one");
        entries().put("fingerprint", "quiet-otter");
        entries().put("jwt_secret", "two");
        entries().remove("fingerprint");
        try (RunStore asLeftByAPowerCut = Stores.open(copied("cut"))) {
            assertEquals(Optional.of("two"), asLeftByAPowerCut.configEntries().get("jwt_secret"));
            assertEquals(Optional.empty(), asLeftByAPowerCut.configEntries().get("fingerprint"));
        }
    }

    @Test
    void aChangeThatCannotBeMadeNamesTheEntryAndTheReason() {
        ConfigEntries entries = entries();
        store().close();
        String text = String
            .valueOf(assertThrows(StoreException.class, () -> entries.put("jwt_secret", "one")).getMessage());
        assertTrue(text.contains("jwt_secret") && text.contains("closed"), text);
        assertThrows(StoreException.class, () -> entries.remove("jwt_secret"));
    }

    /** The files as they lie there, while the store is open. */
    private Path copied(String name) throws IOException {
        Path copies = Files.createDirectory(directory.resolve(name));
        for (String file : new String[]{"runwisp.db", "runwisp.db-wal"}) {
            Files.copy(directory.resolve(file), copies.resolve(file));
        }
        return copies.resolve("runwisp.db");
    }

    private RunStore store() {
        if (store == null) {
            throw new AssertionError("not open");
        }
        return store;
    }
}
