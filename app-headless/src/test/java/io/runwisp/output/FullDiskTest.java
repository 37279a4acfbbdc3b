package io.runwisp.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.disk.TinyDisk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs on a disk that is really full, mounted for this test: the process goes on, its listener is told, and the log says what is missing. */
class FullDiskTest {

    @TempDir
    private Path directory;

    @Test
    void aLogOnAFullDiskKeepsWholeLinesAndSaysWhatIsMissing() throws Exception {
        assertEquals(List.of(), TinyDisk.run(FullDiskLog.class, directory, "2m"));
    }
}
