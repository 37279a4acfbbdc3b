package io.runwisp.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.runwisp.auth.PasswordFile.Foreign;
import io.runwisp.auth.PasswordFile.Kept;
import io.runwisp.auth.PasswordFile.Outcome;
import io.runwisp.auth.PasswordFile.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {

    @TempDir
    Path directory;

    private Path data;
    private Path file;

    @BeforeEach
    void name() {
        data = directory.resolve("srv/shop/data");
        file = data.resolve("password");
    }

    private Outcome write() throws IOException {
        return new PasswordFile(data).writeUnlessPresent(new Random(7));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void theFirstPasswordIsWrittenForItsOwnerAlone() throws IOException {
        Written written = assertInstanceOf(Written.class, write());
        assertEquals(written.password().text() + "\n", Files.readString(file));
        assertEquals("rw-------", mode(file));
    }

    @Test
    void missingDirectoriesAreMadeForTheirOwnerAloneAndExistingOnesStay() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-x---"));
        write();
        assertEquals("rwx------", mode(data));
        assertEquals("rwx------", mode(directory.resolve("srv")));
        assertEquals("rwxr-x---", mode(directory));
    }

    @Test
    void aPasswordThatExistsIsKept() throws IOException {
        write();
        Files.writeString(file, "my own\n");
        assertInstanceOf(Kept.class, write());
        assertEquals("my own\n", Files.readString(file));
    }

    @Test
    void anEmptyFileIsWhatAnInterruptedStartLeavesAndIsFilled() throws IOException {
        Files.createDirectories(data);
        Files.writeString(file, " \n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        Written written = assertInstanceOf(Written.class, write());
        assertEquals(written.password().text() + "\n", Files.readString(file));
        assertEquals("rw-------", mode(file));
    }

    @Test
    void aSymbolicLinkIsNotFollowed() throws IOException {
        Files.createDirectories(data);
        Path target = Files.writeString(directory.resolve("target"), "");
        Files.createSymbolicLink(file, target);
        assertEquals(new Foreign(file), write());
        assertEquals("", Files.readString(target));
    }

    @Test
    void aSymbolicLinkToNothingIsNotFollowedEither() throws IOException {
        Files.createDirectories(data);
        Path target = directory.resolve("nothing");
        Files.createSymbolicLink(file, target);
        assertEquals(new Foreign(file), write());
        assertFalse(Files.exists(target));
    }

    @Test
    void aDirectoryInItsPlaceIsRefused() throws IOException {
        Files.createDirectories(file);
        assertEquals(new Foreign(file), write());
    }

    @Test
    void aFileInPlaceOfTheDataDirectoryIsReported() throws IOException {
        Files.createDirectories(directory.resolve("srv/shop"));
        Files.writeString(data, "");
        assertThrows(NotDirectoryException.class, this::write);
    }
}
