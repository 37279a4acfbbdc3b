package io.runwisp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.data.Opening.Opened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {

    @TempDir
    Path directory;

    private Path data;

    @BeforeEach
    void name() throws IOException {
        directory = directory.toRealPath();
        data = directory.resolve("data");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Path withMode(Path path, String mode) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private Opened opened() {
        return assertInstanceOf(Opened.class, Opening.of(data));
    }

    private Refusal refused() {
        return assertInstanceOf(Opening.Refused.class, Opening.of(data)).refusal();
    }

    @Test
    void aMissingDirectoryIsMadeAndEmpty() throws IOException {
        assertEquals(new Opened(new DataDirectory(data), List.of()), opened());
        assertEquals("rwx------", mode(data));
        try (Stream<Path> files = Files.list(data)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void missingParentsAreMadeForTheirOwnerAloneAndExistingOnesStay() throws IOException {
        withMode(directory, "rwxr-x---");
        data = directory.resolve("srv/shop/data");
        opened();
        assertEquals("rwx------", mode(directory.resolve("srv")));
        assertEquals("rwx------", mode(directory.resolve("srv/shop")));
        assertEquals("rwxr-x---", mode(directory));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwxrwxr-x", "rwxrwxrwx", "rwxrwx---", "rwx--x--x"})
    void aDirectoryThatOthersMayEnterIsClosedAndThatIsTold(String loose) throws IOException {
        Files.createDirectory(data);
        withMode(data, loose);
        assertEquals(List.of("The data directory " + data + " could be entered by others (" + loose
                + ") and is now its owner's alone. A group may be let in with \"chmod 750\"."), opened().notices());
        assertEquals("rwx------", mode(data));
        assertEquals(List.of(), opened().notices());
    }

    @Test
    void aGroupThatWasLetInOnPurposeStays() throws IOException {
        Files.createDirectory(data);
        withMode(data, "rwxr-x---");
        assertEquals(List.of(), opened().notices());
        assertEquals("rwxr-x---", mode(data));
    }

    @Test
    void theDirectoryItselfMayBeReachedThroughALinkWhichIsResolvedOnce() throws IOException {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        Files.createSymbolicLink(data, disk);
        assertEquals(new DataDirectory(disk), opened().directory());
    }

    @Test
    void aLinkToNothingIsNamedAsWhatItIs() throws IOException {
        Files.createSymbolicLink(data, directory.resolve("not mounted"));
        assertEquals(new Refusal("The data directory " + data
                + " is a symbolic link to something that does not exist.",
                "Make what it leads to, mount the disk that is missing, or remove the link."), refused());
        assertFalse(Files.exists(directory.resolve("not mounted")));
    }

    @Test
    void aFileInItsPlaceIsNamed() throws IOException {
        Files.writeString(data, "");
        assertEquals(new Refusal("The data directory " + data + " cannot be made: " + data + " is not a directory.",
                "Remove or rename it, or choose another directory with --data."), refused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"runwisp.db", "runwisp.db-wal", "runwisp.db-shm", "password", "daemon.pid", "daemon.log"})
    void aLinkInPlaceOfAFileOfItsOwnIsRefused(String name) throws IOException {
        Files.createDirectory(data);
        Path target = Files.writeString(directory.resolve("target"), "theirs");
        Files.createSymbolicLink(data.resolve(name), target);
        assertEquals(new Refusal(data.resolve(name) + " is a symbolic link, and no plain file.",
                "RunWisp does not follow links out of its data directory. Move what it leads to here in its place, or "
                        + "remove it; to keep the data elsewhere, name that directory with --data."),
                refused());
        assertEquals("theirs", Files.readString(target));
    }

    @Test
    void aDirectoryInPlaceOfAFileOfItsOwnIsRefused() throws IOException {
        Files.createDirectories(data.resolve("password"));
        assertEquals(data.resolve("password") + " is a directory, and no plain file.", refused().title());
    }

    @Test
    void logsMayLieOnADiskOfTheirOwn() throws IOException {
        Files.createDirectory(data);
        Files.createSymbolicLink(data.resolve("logs"), Files.createDirectory(directory.resolve("disk")));
        opened();
        Files.delete(directory.resolve("disk"));
        assertEquals(data.resolve("logs") + " is not a directory.", refused().title());
        Files.delete(data.resolve("logs"));
        Files.writeString(data.resolve("logs"), "");
        assertEquals(data.resolve("logs") + " is not a directory.", refused().title());
    }

    /** Root may give a directory away; everybody else finds one of root's in any system. */
    @Test
    void aDirectoryOfSomebodyElseIsRefused() throws IOException {
        boolean root = Files.getOwner(directory).getName().equals("root");
        Path foreign = root ? Files.createDirectory(data) : Path.of("/usr");
        if (root) {
            Files.setAttribute(foreign, "unix:uid", 65_534);
        }
        String owner = Files.getOwner(foreign).getName();
        Refusal refusal = assertInstanceOf(Opening.Refused.class, Opening.of(foreign)).refusal();
        assertTrue(refusal.title()
            .startsWith("The data directory " + foreign + " belongs to " + owner + ", and this is "
                    + System.getProperty("user.name")),
                refusal.title());
        assertTrue(refusal.detail().contains("Start RunWisp as " + owner), refusal.detail());
    }

    @Test
    void aFileOfSomebodyElseIsRefused() throws IOException {
        Files.createDirectory(data);
        Path file = Files.writeString(data.resolve("password"), "");
        var self = Files.getOwner(file);
        assertEquals(Optional.empty(), Inspection.refusalOf(file, self));
        var other = Files.getOwner(Path.of("/usr"));
        if (self.equals(other)) {
            Files.setAttribute(file, "unix:uid", 65_534);
        }
        assertEquals(file + " belongs to " + Files.getOwner(file).getName() + ", and this is " + other.getName() + ".",
                Inspection.refusalOf(file, other).map(Refusal::title).orElse(""));
    }

    @ParameterizedTest
    @CsvSource({"r-x------", "---------", "rw-------"})
    void aModeThatShutsItsOwnerOutIsNamed(String mode) throws IOException {
        Files.createDirectory(data);
        withMode(data, mode);
        try (SecondProcess process = new SecondProcess(DataProcess.class, "022")) {
            assertEquals("The data directory " + data + " cannot be written: its mode " + mode
                    + " does not let its owner. Run \"chmod 700 " + data
                    + "\", or choose another directory with --data.",
                    process.ask("open " + data));
        }
        withMode(data, "rwx------");
    }

    @Test
    void aParentThatMayNotBeWrittenIsToldWithTheWayOut() throws IOException {
        Path parent = Files.createDirectory(directory.resolve("srv"));
        withMode(parent, "r-xr-xr-x");
        Path below = parent.resolve("data");
        try (SecondProcess process = new SecondProcess(DataProcess.class, "022")) {
            assertEquals("The data directory " + below + " cannot be made: permission denied. Give "
                    + System.getProperty("user.name")
                    + " the right to write there with chown or chmod, or choose another directory with --data.",
                    process.ask("open " + below));
        }
    }
}
