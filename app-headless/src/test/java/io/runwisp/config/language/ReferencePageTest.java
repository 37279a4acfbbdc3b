package io.runwisp.config.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed reference page and the declarations say the same. To renew the page run this test with {@code -Drunwisp.write=true}. */
class ReferencePageTest {

    private static final Path PAGE = Path.of("../docs/guide/reference.md");

    @Test
    void theCommittedPageIsWhatTheDeclarationsSay() throws IOException {
        if (Boolean.getBoolean("runwisp.write")) {
            Files.writeString(PAGE, ReferencePage.markdown());
        }
        assertEquals(ReferencePage.markdown(), Files.readString(PAGE));
    }

    @Test
    void everyKeyOfEveryTableStandsOnThePage() {
        String page = ReferencePage.markdown();
        for (Table table : Table.values()) {
            for (Key<?> key : Language.shape(table).keys()) {
                assertTrue(page.contains("| `" + key.name() + "`"), table + " " + key);
            }
        }
    }
}
