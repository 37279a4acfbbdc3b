package io.runwisp.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.disk.TinyDisk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal on a disk that is really full, mounted for this test; {@link StalledJournalTest} has the details, by SQLite's own cap. */
class FullDiskTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aFullDiskStopsTheJournalAndRoomBringsItBackWithNothingLost() throws Exception {
        assertEquals(List.of("committed before the disk was full: true", "runs can be read while it is full: true",
                "more is taken up to a bound: FULL", "told of what was not written: false",
                "after room was made: complete true, in order true, journal Ready[]",
                "and afterwards: complete true, in order true, journal Ready[]",
                "and after a restart: complete true, in order true, journal Ready[]",
                "stalled: the disk of the database is full", "recovered"),
                TinyDisk.run(FullDiskJournal.class, directory, "24m"));
    }
}
