package io.runwisp.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.data.SafeFiles.Standing;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFilesTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("file");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatBearsANameIsToldWithoutFollowingIt() throws IOException {
        assertEquals(Standing.ABSENT, SafeFiles.standing(file));
        assertEquals(Standing.FILE, SafeFiles.standing(Files.writeString(file, "")));
        assertEquals(Standing.DIRECTORY, SafeFiles.standing(directory));
        assertEquals(Standing.LINK, SafeFiles.standing(Files.createSymbolicLink(directory.resolve("a"), file)));
        assertEquals(Standing.LINK,
                SafeFiles.standing(Files.createSymbolicLink(directory.resolve("b"), directory.resolve("nothing"))));
        assertEquals(Standing.OTHER, SafeFiles.standing(Path.of("/dev/null")));
    }

    @Test
    void aFileIsMadeOnceAndKeptAfterwards() throws IOException {
        assertTrue(SafeFiles.createFile(file, FileMode.SECRET));
        assertEquals("rw-------", mode(file));
        Files.writeString(file, "mine");
        assertFalse(SafeFiles.createFile(file, FileMode.READABLE));
        assertEquals("mine", Files.readString(file));
        assertEquals("rw-------", mode(file));
    }

    @Test
    void noFileIsMadeThroughALink() throws IOException {
        Path target = directory.resolve("nothing");
        Files.createSymbolicLink(file, target);
        assertFalse(SafeFiles.createFile(file, FileMode.SECRET));
        assertFalse(Files.exists(target));
    }

    @Test
    void noFileIsOpenedOrReadThroughALink() throws IOException {
        Files.createSymbolicLink(file, Files.writeString(directory.resolve("target"), "secret"));
        assertThrows(IOException.class, () -> SafeFiles.openForWriting(file));
        assertThrows(IOException.class, () -> SafeFiles.read(file, 100));
    }

    @Test
    void noModeIsSetThroughALink() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createSymbolicLink(file, target);
        assertThrows(FileSystemException.class, () -> SafeFiles.setMode(file, FileMode.SECRET));
        assertEquals("rw-r--r--", mode(target));
    }

    @Test
    void onlyWhatAModeDoesNotAllowIsTakenAway() throws IOException {
        Files.writeString(file, "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--rw-r-x"));
        assertTrue(SafeFiles.tighten(file, FileMode.SECRET));
        assertEquals("r--------", mode(file));
        assertFalse(SafeFiles.tighten(file, FileMode.SECRET));
    }

    @Test
    void aFileUpToTheLimitIsReadAndALongerOneIsNot() throws IOException {
        Files.writeString(file, "12345");
        assertArrayEquals(bytes("12345"), SafeFiles.read(file, 5));
        assertEquals("it is longer than 4 bytes",
                assertThrows(IOException.class, () -> SafeFiles.read(file, 4)).getMessage());
        assertArrayEquals(new byte[0], SafeFiles.read(Files.writeString(directory.resolve("empty"), ""), 0));
    }

    @Test
    void whatIsOverwrittenLeavesNothingOfTheLongerTextBefore() throws IOException {
        Files.writeString(file, "something longer");
        try (FileChannel channel = SafeFiles.openForWriting(file)) {
            SafeFiles.overwrite(channel, bytes("short"));
            SafeFiles.overwrite(channel, bytes("tiny"));
        }
        assertEquals("tiny", Files.readString(file));
    }

    @Test
    void replacingSwapsTheWholeFile() throws IOException {
        SafeFiles.replace(file, bytes("first"), FileMode.SECRET);
        try (FileChannel reader = FileChannel.open(file)) {
            SafeFiles.replace(file, bytes("second"), FileMode.READABLE);
            assertArrayEquals(bytes("first"), SafeFiles.read(reader, 100));
        }
        assertEquals("second", Files.readString(file));
        assertEquals("rw-r--r--", mode(file));
        assertEquals(List.of("file"), names());
    }

    @Test
    void replacingAPlantedLinkReplacesTheLink() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "theirs");
        Files.createSymbolicLink(file, target);
        SafeFiles.replace(file, bytes("mine"), FileMode.SECRET);
        assertEquals("theirs", Files.readString(target));
        assertEquals(Standing.FILE, SafeFiles.standing(file));
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void aPlantedLinkInPlaceOfTheNextFileIsNotFollowedEither() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "theirs");
        Files.createSymbolicLink(directory.resolve(".file.new"), target);
        SafeFiles.replace(file, bytes("mine"), FileMode.SECRET);
        assertEquals("theirs", Files.readString(target));
        assertEquals(List.of("file", "target"), names());
    }

    @Test
    void aReplacementThatFailsLeavesTheOldFileAndNoTrace() throws IOException {
        Files.createDirectory(file);
        Files.writeString(file.resolve("inside"), "old");
        assertThrows(IOException.class, () -> SafeFiles.replace(file, bytes("new"), FileMode.SECRET));
        assertEquals("old", Files.readString(file.resolve("inside")));
        assertEquals(List.of("file"), names());
    }

    @Test
    void aFileInTheWayOfADirectoryIsNamed() throws IOException {
        Files.writeString(file, "");
        NotDirectoryException fault = assertThrows(NotDirectoryException.class,
                () -> SafeFiles.createDirectories(file.resolve("data")));
        assertEquals(file.toString(), fault.getFile());
    }
}
