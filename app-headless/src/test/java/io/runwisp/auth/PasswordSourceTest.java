package io.runwisp.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.auth.Password.Origin;
import io.runwisp.auth.PasswordSource.Resolution;
import io.runwisp.auth.PasswordSource.Resolved;
import io.runwisp.data.DataDirectory;
import io.runwisp.data.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordSourceTest {

    @TempDir
    Path temporary;

    private DataDirectory directory;
    private Path file;

    @BeforeEach
    void name() {
        directory = new DataDirectory(temporary);
        file = directory.password();
    }

    private Resolution resolve(Map<String, String> environment) {
        return new PasswordSource(environment, () -> new Random(7)).resolve(directory);
    }

    private Password resolved(Map<String, String> environment) {
        return assertInstanceOf(Resolved.class, resolve(environment)).password();
    }

    private Refusal refused(Map<String, String> environment) {
        return assertInstanceOf(PasswordSource.Refused.class, resolve(environment)).refusal();
    }

    private String mode() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void theFirstStartMakesOneAndTheNextFindsIt() throws IOException {
        Password made = resolved(Map.of());
        assertEquals(Origin.GENERATED, made.origin());
        assertTrue(made.text().matches("[0-9A-Za-z]{22}"), made.text());
        assertEquals(made.text() + "\n", Files.readString(file));
        assertEquals("rw-------", mode());
        assertEquals(new Password(made.text(), Origin.FILE), resolved(Map.of()));
    }

    @Test
    void theOneOfTheEnvironmentWinsIsTakenAsItIsAndWrittenNowhere() throws IOException {
        Map<String, String> environment = Map.of("RUNWISP_PASSWORD", " hunter2 ");
        assertEquals(new Password(" hunter2 ", Origin.ENVIRONMENT), resolved(environment));
        assertFalse(Files.exists(file));
        Files.writeString(file, "mine\n");
        assertEquals(new Password(" hunter2 ", Origin.ENVIRONMENT), resolved(environment));
        assertEquals("mine\n", Files.readString(file));
    }

    @Test
    void anEmptyVariableIsNone() throws IOException {
        Files.writeString(file, "mine\n");
        assertEquals(new Password("mine", Origin.FILE), resolved(Map.of("RUNWISP_PASSWORD", "")));
    }

    @Test
    void aVariableOfBlanksIsRefused() {
        assertEquals(new Refusal("RUNWISP_PASSWORD holds nothing but blanks.", "Give it a password, or unset it."),
                refused(Map.of("RUNWISP_PASSWORD", " \t")));
    }

    @Test
    void blanksAroundTheOneInTheFileDoNotCount() throws IOException {
        Files.writeString(file, "\n  größe 日本 \r\n\n");
        assertEquals(new Password("größe 日本", Origin.FILE), resolved(Map.of()));
    }

    @Test
    void aFileOfBlanksIsFilled() throws IOException {
        Files.writeString(file, " \n");
        assertEquals(Origin.GENERATED, resolved(Map.of()).origin());
    }

    @Test
    void aFileThatOthersMayReadIsClosed() throws IOException {
        Files.writeString(file, "mine\n");
        for (String mode : new String[]{"rw-r--r--", "rw-rw-rw-", "---------"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            assertEquals(new Password("mine", Origin.FILE), resolved(Map.of()));
            assertEquals("rw-------", mode());
        }
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path target = Files.writeString(temporary.resolve("target"), "theirs");
        Files.createSymbolicLink(file, target);
        assertEquals(new Refusal(
                "Refusing to write " + file + ": it is a symbolic link or something else that is no plain file.",
                "Remove it, or choose another directory with --data."), refused(Map.of()));
        Files.delete(target);
        refused(Map.of());
        assertFalse(Files.exists(target));
    }

    @Test
    void whatIsNoPasswordIsNotTakenForOne() throws IOException {
        Files.write(file, new byte[]{'a', (byte) 0xff});
        assertEquals("The password in " + file + " cannot be used: it is not text in UTF-8.",
                refused(Map.of()).title());
        Files.writeString(file, "x".repeat(5_000));
        assertEquals("The password in " + file + " cannot be used: it is longer than 1024 bytes.",
                refused(Map.of()).title());
    }

    @Test
    void theWayOutOfADiskThatRefusesIsNamed() {
        directory = new DataDirectory(Path.of("/dev/null"));
        file = directory.password();
        Refusal refusal = refused(Map.of());
        assertTrue(refusal.title().startsWith("The password in /dev/null/password cannot be used: "), refusal.title());
        assertTrue(refusal.detail().endsWith("To use a password of your own without the file, set RUNWISP_PASSWORD."),
                refusal.detail());
    }

    @Test
    void itDoesNotShowItselfInALog() {
        assertEquals("Password[hidden, FILE]", new Password("hunter2", Origin.FILE).toString());
    }
}
