package io.runwisp.client.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileTokenShelfTest {

    private static final DaemonAddress HERE = DaemonAddress.of("127.0.0.1", 9477);
    private static final DaemonAddress THERE = DaemonAddress.parse("https://there/runwisp");

    @TempDir
    private Path home;

    @Test
    void eachDaemonHasATokenOfItsOwnThatOnlyTheUserCanRead() throws IOException {
        FileTokenShelf shelf = new FileTokenShelf(home.resolve("cache/runwisp"));
        assertNull(shelf.take(HERE));
        shelf.keep(HERE, "old");
        shelf.keep(HERE, "one");
        shelf.keep(THERE, "two");
        assertEquals("one", shelf.take(HERE));
        assertEquals("two", shelf.take(THERE));
        assertEquals("rwx------", mode(home.resolve("cache/runwisp")));
        assertEquals(List.of("rw-------", "rw-------"), files().stream().map(FileTokenShelfTest::mode).toList());
    }

    @Test
    void aTokenThatOthersCouldReadOrThatIsALinkIsNotBelieved() throws IOException {
        FileTokenShelf shelf = new FileTokenShelf(home.resolve("cache/runwisp"));
        shelf.keep(HERE, "one");
        Path file = files().getFirst();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertNull(shelf.take(HERE));
        Path other = Files.move(file, home.resolve("elsewhere"));
        Files.createSymbolicLink(file, other);
        assertNull(shelf.take(HERE));
    }

    @Test
    void aFolderThatCannotBeWrittenKeepsNothingAndHarmsNobody() throws IOException {
        Path inTheWay = Files.writeString(home.resolve("cache"), "a file");
        FileTokenShelf shelf = new FileTokenShelf(inTheWay.resolve("runwisp"));
        shelf.keep(HERE, "one");
        assertNull(shelf.take(HERE));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("cache/runwisp"))) {
            return files.toList();
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
