package io.runwisp.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files {@code include} finds. */
class IncludesTest {

    @TempDir
    Path directory;

    @Test
    void patternsMayMatchNothingAndOneFileIsReadOnce() {
        Config config = Loading.in(directory)
            .with("jobs.d/b.toml", "[tasks.b]\nrun = 'x'\n")
            .with("jobs.d/deep/a.toml", "[tasks.a]\nrun = 'x'\n")
            .with("jobs.d/notes.txt", "not toml")
            .valid("[daemon]\ninclude = ['jobs.d/*.toml', 'jobs.d/**.toml', 'none.d/*.toml', 'jobs.d/b.toml']\n");
        assertEquals(List.of("a", "b"), List.copyOf(config.units().keySet()));
        assertEquals(3, config.files().size());
    }

    @Test
    void aPlainNameThatIsNotThereEarnsAWarning() {
        LoadResult result = Loading.in(directory).load("[daemon]\ninclude = ['jobs.toml']\n");
        assertTrue(result.errors().isEmpty());
        assertTrue(result.warnings().getFirst().message().contains("\"jobs.toml\" names a file that is not there"));
    }

    @Test
    void aCircleOfLinksEndsTheSearchOnlyThere() throws IOException {
        Loading loading = Loading.in(directory).with("jobs.d/a.toml", "[tasks.a]\nrun = 'x'\n");
        Files.createSymbolicLink(directory.resolve("jobs.d/again"), directory.resolve("jobs.d"));
        Config config = loading.valid("[daemon]\ninclude = ['jobs.d/**.toml']\n");
        assertEquals(List.of("a"), List.copyOf(config.units().keySet()));
    }
}
