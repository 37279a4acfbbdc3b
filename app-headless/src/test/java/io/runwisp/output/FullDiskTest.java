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
        String mark = "[SYSTEM] 2026-11-20 14:03:05 the log could not be written (IOException: No space left on device);"
                + " output is missing here";
        String total = "[SYSTEM] 2026-11-20 14:03:05 output is incomplete: 2000200 bytes were produced, the log has no limit";
        assertEquals(List.of(
                "stays full: told [writeFailed 01ARZ3NDEKTSV4RRFFQ69G5FA1 IOException: No space left on device]",
                "stays full: some lines are whole true, then []",
                "stays full: cut true, produced 2000200, lines counted true",
                "gets room: told [writeFailed 01ARZ3NDEKTSV4RRFFQ69G5FA2 IOException: No space left on device]",
                "gets room: some lines are whole true, then [" + mark + ", " + total + "]",
                "gets room: cut true, produced 2000200, lines counted true"),
                TinyDisk.run(FullDiskLog.class, directory, "2m"));
    }
}
