package io.runwisp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link ConfigEntries} does. */
public abstract class ConfigEntriesContract {

    /** One without rows. */
    protected abstract ConfigEntries entries();

    @Test
    void aRowThatWasNeverPutIsNotThere() {
        assertEquals(Optional.empty(), entries().get("fingerprint"));
    }

    @Test
    void aRowKeepsItsTextAsItIs() {
        ConfigEntries entries = entries();
        entries.put("a", " größe 'quoted' \n");
        entries.put("b", "");
        assertEquals(Optional.of(" größe 'quoted' \n"), entries.get("a"));
        assertEquals(Optional.of(""), entries.get("b"));
    }

    @Test
    void aSecondValueReplacesTheFirst() {
        ConfigEntries entries = entries();
        entries.put("a", "first");
        entries.put("a", "second");
        assertEquals(Optional.of("second"), entries.get("a"));
    }

    @Test
    void aRemovedRowIsGoneAndMayBeRemovedAgain() {
        ConfigEntries entries = entries();
        entries.put("a", "first");
        entries.put("b", "stays");
        entries.remove("a");
        entries.remove("a");
        assertEquals(Optional.empty(), entries.get("a"));
        assertEquals(Optional.of("stays"), entries.get("b"));
    }
}
