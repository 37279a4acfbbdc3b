package io.runwisp.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.cli.Workplace.Call;
import io.runwisp.cli.terminal.RecordingConsole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

    @TempDir
    Path directory;

    private Workplace workplace;

    @BeforeEach
    void open() {
        workplace = new Workplace(directory);
    }

    private String password() throws IOException {
        return Files.readString(directory.resolve("data/password")).strip();
    }

    private String mode(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name)));
    }

    @Test
    void setsUpADirectoryAndSaysWhatToDoNext() throws IOException {
        assertEquals(new Call(0, """
                ✓ runwisp.toml written.
                ✓ data/password written, readable by you alone.

                  password  PASSWORD

                The dashboard asks for it. It is shown this once; the file keeps it.

                Next
                  edit runwisp.toml   say what to run, and when
                  runwisp validate    check it
                  runwisp list        see what it declares
                """, ""), hidden(workplace.call("init")));
        assertEquals("rw-r--r--", mode("runwisp.toml"));
        assertEquals("rw-------", mode("data/password"));
        assertEquals("rwx------", mode("data"));
    }

    /** The call with the password of the file replaced, which it must show exactly as it is. */
    private Call hidden(Call call) throws IOException {
        assertEquals(22, password().length());
        return new Call(call.code(), call.out().replace(password(), "PASSWORD"), call.err());
    }

    @Test
    void whatItWritesIsValidWithoutAWarning() {
        workplace.call("init");
        Call call = workplace.call("validate");
        assertEquals(0, call.code(), call.err());
        assertEquals("", call.err());
        assertFalse(call.out().contains("warnings"), call.out());
    }

    @Test
    void everyExampleInItIsValidToo() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean example = false;
        for (String line : new String(StarterConfig.text(), StandardCharsets.UTF_8).split("\n", -1)) {
            example = line.startsWith("# [") || (example && line.startsWith("# "));
            text.append(example ? line.substring(2) : line).append('\n');
        }
        assertTrue(text.toString().contains("\n[services.web]\n"), text.toString());
        Call call = workplace.file("runwisp.toml", text.toString()).call("validate");
        assertEquals(new Call(0, call.out(), ""), call);
    }

    @Test
    void anExistingConfigurationIsLeftAlone() {
        workplace.file("runwisp.toml", "# mine\n");
        assertEquals(new Call(1, "", """
                Error: runwisp.toml exists already.

                Nothing was changed. "runwisp init --force" replaces it, "runwisp validate" checks it.
                """), workplace.call("init"));
        assertFalse(Files.exists(directory.resolve("data")));
        workplace.file("conf/shop.toml", "# mine\n");
        assertEquals(new Call(1, "", """
                Error: conf/shop.toml exists already.

                Nothing was changed. "runwisp init conf/shop.toml --force" replaces it, "runwisp validate
                conf/shop.toml" checks it.
                """), workplace.call("init", "-c", "conf/shop.toml"));
    }

    @Test
    void forceReplacesTheConfigurationAndKeepsThePassword() throws IOException {
        workplace.file("runwisp.toml", "# mine\n".repeat(1_000)).file("data/password", "my own\n");
        Files.setPosixFilePermissions(directory.resolve("runwisp.toml"), PosixFilePermissions.fromString("rw-------"));
        assertEquals(new Call(0, """
                ✓ runwisp.toml written.
                ✓ data/password was there already and stays as it is.

                Next
                  edit runwisp.toml   say what to run, and when
                  runwisp validate    check it
                  runwisp list        see what it declares
                """, ""), workplace.call("init", "-f"));
        assertEquals("my own", password());
        assertEquals(new String(StarterConfig.text(), StandardCharsets.UTF_8),
                Files.readString(directory.resolve("runwisp.toml")));
        assertEquals("rw-r--r--", mode("runwisp.toml"));
    }

    @Test
    void aPasswordOfTheEnvironmentIsNeverWritten() {
        Call call = workplace.variable("RUNWISP_PASSWORD", "hunter2").call("init");
        assertEquals(0, call.code());
        assertEquals("✓ The password is the one in RUNWISP_PASSWORD; it is written nowhere.",
                call.out().lines().skip(1).findFirst().orElseThrow());
        assertFalse(call.out().contains("hunter2"));
        assertFalse(Files.exists(directory.resolve("data")));
    }

    @Test
    void aSymbolicLinkInPlaceOfThePasswordIsRefused() throws IOException {
        Files.createDirectory(directory.resolve("data"));
        Path target = Files.writeString(directory.resolve("target"), "");
        Files.createSymbolicLink(directory.resolve("data/password"), target);
        assertEquals(new Call(1, "✓ runwisp.toml written.\n", """
                Error: refusing to write data/password: it is a symbolic link or something else that is no plain
                       file.

                Remove it, or choose another directory with --data. runwisp.toml was written and can be used; the
                daemon makes a password when it first starts.
                """), workplace.call("init"));
        assertEquals("", Files.readString(target));
    }

    @Test
    void otherPlacesAreNamedInWhatComesNext() throws IOException {
        Files.createDirectory(directory.resolve("conf"));
        Call call = workplace.call("init", "conf/shop.toml", "--data", "var/lib/");
        assertEquals(0, call.code(), call.err());
        assertTrue(Files.exists(directory.resolve("conf/shop.toml")));
        assertTrue(Files.exists(directory.resolve("var/lib/password")));
        assertTrue(call.out().contains("✓ var/lib/password written"), call.out());
        assertTrue(call.out().endsWith("""
                Next
                  edit conf/shop.toml               say what to run, and when
                  runwisp validate conf/shop.toml   check it
                  runwisp list -c conf/shop.toml    see what it declares
                """), call.out());
    }

    @Test
    void aDirectoryThatDoesNotExistIsNamed() {
        assertEquals(new Call(1, "", """
                Error: conf/shop.toml cannot be written: its directory does not exist.

                Nothing was changed.
                """), workplace.call("init", "conf/shop.toml"));
    }

    @Test
    void aDataDirectoryThatIsAFileIsNamed() {
        Call call = workplace.file("data", "").call("init");
        assertEquals(1, call.code());
        assertTrue(call.err()
            .replace("\n       ", " ")
            .startsWith("Error: data/password cannot be written: "
                    + directory.resolve("data") + " is not a directory."),
                call.err());
    }

    @Test
    void asciiTerminalsGetAsciiSigns() {
        Call call = workplace.call(RecordingConsole.ascii(), "init");
        assertTrue(call.out().startsWith("ok runwisp.toml written.\n"), call.out());
        assertTrue(call.out().chars().allMatch(letter -> letter < 128), call.out());
    }
}
