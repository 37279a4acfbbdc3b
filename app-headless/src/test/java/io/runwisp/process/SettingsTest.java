package io.runwisp.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.config.language.EnvironmentBase;
import io.runwisp.engine.OutputSink;
import io.runwisp.engine.ProcessReport.Cleared;
import io.runwisp.engine.ProcessReport.Exited;
import io.runwisp.engine.ProcessReport.NotLaunched;
import io.runwisp.engine.definition.Command;
import io.runwisp.model.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shell, directory, environment, umask and account of a process are those of its command. Who is not root sees the refusal of other accounts. */
class SettingsTest {

    private static final Variables DAEMON = Variables.of(new TreeMap<>(Map.of("PATH", "/usr/bin:/bin", "HOME",
            "/daemon", "USER", "daemon", "LANG", "C", "RUNWISP_PASSWORD", "secret", "RUNWISP_URL", "x")));

    private static final String NAME = System.getProperty("user.name");
    private static final String HOME = System.getProperty("user.home");

    private Stage stage = new Stage(DAEMON, Tools.ofThisMachine());

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void anInheritedEnvironmentHasNothingOfTheDaemonsOwn() {
        assertEquals("HOME=/daemon\nLANG=C\nMINE=it's \"é\"\nPATH=/usr/bin:/bin\nUSER=daemon",
                environment(EnvironmentBase.INHERIT, Map.of("MINE", "it's \"é\"")));
    }

    @Test
    void aCleanEnvironmentHasWhatEveryProgramExpects() {
        assertEquals(
                "HOME=%s\nLOGNAME=%s\nPATH=/usr/bin:/bin\nRUNWISP_REPLICA_INDEX=1\nSHELL=/bin/sh\nUSER=%s"
                    .formatted(HOME, NAME, NAME),
                environment(EnvironmentBase.CLEAN, Map.of("RUNWISP_REPLICA_INDEX", "1")));
    }

    @Test
    void theFirstFailingLineEndsTheScriptOfAPosixShell() {
        assertEquals("", output(Stage.script("false; echo went on")));
        assertEquals("went on", output(command("/bin/bash", "set +e; false; echo went on", null, null, null)));
    }

    @Test
    void anotherShellGetsTheScriptAlone() throws IOException {
        Path shell = folder.resolve("shout");
        Files.writeString(shell, "#!/bin/sh\necho \"$#: $1 $2\"\n");
        assertTrue(shell.toFile().setExecutable(true));
        assertEquals("2: -c whatever", output(command(shell.toString(), "whatever", null, null, null)));
    }

    @Test
    void theUmaskIsThatOfTheCommand() {
        assertEquals("0027", output(command("/bin/sh", "umask", null, null, "0027")));
    }

    @Test
    void theWorkingDirectoryMayHaveAnyName() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("it's a \"folder\" $HOME"));
        assertEquals(odd.toRealPath().toString(),
                output(command("/bin/sh", "pwd -P", odd.toString(), null, null)));
    }

    @Test
    void aTildeIsTheHomeOfTheAccount() {
        assertEquals(HOME, output(command("/bin/sh", "pwd", "~", null, null)));
        assertEquals(HOME, output(command("/bin/sh", "pwd", "~", NAME, null)));
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void anotherAccountIsTakenOnWithAllItsGroupsWhateverToolThereIs(boolean withSetpriv, boolean withChroot) {
        restage(withSetpriv, withChroot);
        if (!NAME.equals("root")) {
            assertTrue(refusal(command("/bin/sh", "id", null, "games", null)).contains("only root"));
            return;
        }
        assertEquals("/usr/games", output(command("/bin/sh", "pwd -P", "~", "games", null)));
        assertEquals("games 5 60 60 /usr/games games games 0022", output(command("/bin/sh",
                "echo $(id -un) $(id -u) $(id -g) $(id -G) $HOME $USER $LOGNAME $(umask)", "/", "games", "0022")));
        assertEquals("5 1 1", output(command("/bin/sh", "echo $(id -u) $(id -g) $(id -G)", "/", "5:daemon", null)));
        assertEquals("/tmp", output(command("/bin/sh", "pwd", "/tmp", "games", null)));
    }

    @Test
    void anotherAccountNeedsATool() {
        restage(false, false);
        assertTrue(refusal(command("/bin/sh", "id", null, "games", null))
            .contains(NAME.equals("root") ? "setpriv" : "only root"));
    }

    @Test
    void everythingElseNeedsNoTool() {
        restage(false, false);
        assertEquals("0077 /tmp", output(command("/bin/sh", "echo $(umask) $(pwd)", "/tmp", null, "0077")));
    }

    @Test
    void anAccountThatIsNotThereIsNamed() {
        assertTrue(refusal(command("/bin/sh", "id", null, "nobody-of-this-name", null))
            .contains("no account \"nobody-of-this-name\""));
        assertTrue(refusal(command("/bin/sh", "id", null, "games:no-group", null)).contains("no group \"no-group\""));
    }

    @Test
    void aDirectoryThatIsNoneIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertEquals("working_dir = \"" + file + "\" is not a directory; correct the key",
                refusal(command("/bin/sh", "true", file.toString(), null, null)));
        assertEquals("working_dir = \"/does/not/exist\" does not exist; create it, or correct the key",
                refusal(command("/bin/sh", "true", "/does/not/exist", null, null)));
    }

    @Test
    void aShellThatCannotBeExecutedIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertEquals("shell = \"/no/shell\" does not exist; install it, or correct the key",
                refusal(command("/no/shell", "true", null, null, null)));
        assertEquals("shell = \"" + file + "\" may not be executed",
                refusal(command(file.toString(), "true", null, null, null)));
        assertEquals("shell = \"" + folder + "\" is a directory; name a program",
                refusal(command(folder.toString(), "true", null, null, null)));
    }

    @Test
    void aLogThatCannotBeOpenedIsTheReasonAndThereIsNoProcess() {
        stage.logs.answer(new OutputSink.Refused("the disk is read-only"));
        NotLaunched refused = refused(Stage.script("true"));
        assertEquals("the disk is read-only", refused.reason());
        assertNull(refused.logFile());
        stage.logs.answer(new OutputSink.NoSpace(10, 20));
        assertEquals("the disk of the logs has only 10 bytes left, and 20 must be left; make room on it",
                refused(Stage.script("true")).reason());
    }

    private void restage(boolean withSetpriv, boolean withChroot) {
        stage.close();
        Tools all = Tools.ofThisMachine();
        stage = new Stage(DAEMON, new Tools(withSetpriv ? all.setpriv() : null, withChroot ? all.chroot() : null));
    }

    private String environment(EnvironmentBase base, Map<String, String> over) {
        String all = output(new Command("/bin/sh",
                "xargs -0 -n1 echo </proc/$$/environ | sort | grep -v -e ^PWD= -e ^_= -e ^SHLVL= -e ^OLDPWD=",
                null, base, new TreeMap<>(over), null, null));
        return all;
    }

    private String output(Command command) {
        RunId run = stage.run(command);
        stage.await(Exited.class, run);
        stage.await(Cleared.class, run);
        assertEquals("", stage.log(run).err());
        return stage.log(run).out().strip();
    }

    private String refusal(Command command) {
        NotLaunched refused = refused(command);
        assertEquals(List.of(refused.reason()), stage.log(refused.run()).said());
        return refused.reason();
    }

    private NotLaunched refused(Command command) {
        RunId run = Stage.newRun();
        stage.launcher.launch(Stage.launch(run, command));
        return stage.await(NotLaunched.class, run);
    }

    private static Command command(String shell, String script, @Nullable String directory, @Nullable String user,
            @Nullable String umask) {
        return Stage.command(shell, script, directory, new TreeMap<>(), user, umask);
    }
}
