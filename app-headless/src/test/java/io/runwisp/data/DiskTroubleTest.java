package io.runwisp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.data.DiskTrouble.Volume;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiskTroubleTest {

    private static final Volume SOUND = new Volume(false, false);

    private static String reason(IOException trouble, Volume volume) {
        return DiskTrouble.of(trouble, volume).reason();
    }

    private static IOException system(String sentence) {
        return new FileSystemException("/data", null, sentence);
    }

    @Test
    void kindsOfTroubleHaveWords() {
        assertEquals("permission denied", reason(new AccessDeniedException("/data"), SOUND));
        assertEquals("/srv is not a directory", reason(new NotDirectoryException("/srv"), SOUND));
        assertEquals("/srv does not exist", reason(new NoSuchFileException("/srv"), SOUND));
    }

    @Test
    void aReadOnlyFileSystemIsRecognizedByWordOrByState() {
        assertEquals("the file system is read-only", reason(system("Read-only file system"), SOUND));
        assertEquals("the file system is read-only", reason(system("Nur-Lese-Dateisystem"), new Volume(true, false)));
        assertEquals("Mount it for writing, or choose another directory with --data.",
                DiskTrouble.of(system("Read-only file system"), SOUND).remedy());
    }

    @Test
    void aFullFileSystemIsRecognizedByWordOrByState() {
        assertEquals("no space is left on the file system",
                reason(new IOException("No space left on device"), SOUND));
        assertEquals("no space is left on the file system", reason(system("Disk quota exceeded"), SOUND));
        assertEquals("no space is left on the file system",
                reason(new IOException("Plus de place disponible"), new Volume(false, true)));
        assertEquals("Make room (df -h and df -i show where), or choose another directory with --data.",
                DiskTrouble.of(new IOException("No space left on device"), SOUND).remedy());
    }

    @Test
    void permissionsArePermissionsOnAFullDiskToo() {
        assertEquals("permission denied", reason(new AccessDeniedException("/data"), new Volume(false, true)));
    }

    @Test
    void whatNobodyForesawIsSaidAsTheSystemSaysIt() {
        assertEquals("Stale file handle", reason(system("Stale file handle"), SOUND));
        assertEquals("IOException", reason(new IOException(), SOUND));
        assertEquals("Input/output error",
                DiskTrouble.of(system("Input/output error"), Path.of("/no/such/place")).reason());
    }
}
