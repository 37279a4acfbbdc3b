package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher script. Where only the script matters, it lies in an image whose {@code java} is a script too, and tells what it was given.
 */
class LauncherIT {

    @TempDir
    Path folder;

    private Path home;
    private Path launcher;

    @BeforeEach
    void makeAnImageThatTellsWhatItWasGiven() throws Exception {
        home = folder.resolve("an image with spaces");
        Command.script(home.resolve("runtime/bin/java"),
                "for argument; do printf '<%s>\\n' \"$argument\"; done; env\n");
        launcher = Files.copy(Image.LAUNCHER, Files.createDirectories(home.resolve("bin")).resolve("runwisp"));
    }

    @Test
    void argumentsArriveAsTheyWereGiven() throws Exception {
        List<String> odd = List.of("", "two  words", "*", "$HOME", "`id`", "@file", "a\nb", "--", "-cp", "\\", "'\"");
        Outcome outcome = Command.in(folder, launcher).and(odd.toArray()).run().exits(0);
        StringBuilder expected = new StringBuilder("<io.runwisp.daemon.Main>\n");
        odd.forEach(argument -> expected.append('<').append(argument).append(">\n"));
        assertTrue(outcome.out().contains(expected), outcome::toString);
    }

    @Test
    void theProgramTakesNoArgumentForAFileOfOptions() throws Exception {
        Files.writeString(folder.resolve("@odd name.toml"), Image.GOOD);
        Command.in(folder, Image.LAUNCHER, "validate", "@odd name.toml")
            .run()
            .exits(0)
            .says("✓ @odd name.toml is valid.");
    }

    @Test
    void everythingComesFromTheImageThatTheLauncherLiesIn() throws Exception {
        Outcome outcome = Command.in(folder, launcher)
            .run()
            .exits(0)
            .says("<@" + home.toRealPath() + "/lib/jvm.options>");
        assertFalse(outcome.out().contains(Image.HOME.toString()), outcome::toString);
    }

    @Test
    void aChainOfLinksLeadsToTheImage() throws Exception {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        Files.createSymbolicLink(tools.resolve("real"), launcher);
        Files.createSymbolicLink(tools.resolve("runwisp"), Path.of("real"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(elsewhere.resolve("rw"), Path.of("../tools/runwisp"));
        String options = "<@" + home.toRealPath() + "/lib/jvm.options>";
        Command.in(folder, elsewhere.resolve("rw")).run().exits(0).says(options);
        Command.in(folder, "sh", "-c", "rw").withProgramsOf(elsewhere).run().exits(0).says(options);
        Command.in(tools, "sh", "runwisp").run().exits(0).says(options);
    }

    @Test
    void anImageThatWasMovedToAPathWithSpacesStillUsesItsAotCacheEvenThroughALink() throws Exception {
        Path moved = folder.resolve("some where/else");
        Image.copyTree(Image.HOME, moved);
        Path link = Files.createSymbolicLink(folder.resolve("rw"), moved.resolve("bin/runwisp"));
        Command.in(folder, link, "--version")
            .with("RUNWISP_JAVA_OPTS", "-XX:AOTMode=on")
            .run()
            .exits(0)
            .says(Image.VERSION);
    }

    @Test
    void relativeFilesAreThoseOfTheCaller() throws Exception {
        Path project = folder.resolve("project");
        Files.writeString(Files.createDirectories(project.resolve("conf")).resolve("mine.toml"), Image.GOOD);
        Command.in(project, Image.LAUNCHER, "validate", "conf/mine.toml")
            .run()
            .exits(0)
            .says("✓ conf/mine.toml is valid.");
    }

    @Test
    void furtherOptionsReachTheJvmAndNotTheProgram() throws Exception {
        Outcome outcome = Command.in(folder, launcher, "list")
            .with("RUNWISP_JAVA_OPTS", "-Xmx99m -Dx=y")
            .run()
            .exits(0);
        List<String> given = outcome.out().lines().toList();
        assertTrue(
                given.indexOf("<-Xmx99m>") >= 0 && given.indexOf("<-Dx=y>") < given.indexOf("<io.runwisp.daemon.Main>"),
                outcome::toString);
    }

    @Test
    void theWidthOfTheTerminalReachesTheProgramAndNotItsEnvironment() throws Exception {
        String inTerminal = "stty cols 63 && '" + launcher + "' list";
        Outcome outcome = Command.in(folder, "script", "-qec", inTerminal, "/dev/null").run().exits(0);
        assertTrue(outcome.out().contains("<-Drunwisp.columns=63>"), outcome::toString);
        assertFalse(outcome.out().contains("\nCOLUMNS="), outcome::toString);
        Outcome inPipe = Command.in(folder, launcher, "list").run().exits(0);
        assertFalse(inPipe.out().contains("runwisp.columns"), inPipe::toString);
    }

    @Test
    void aLocaleThatIsSetStaysAsItIsAndTheEnvironmentToo() throws Exception {
        Outcome outcome = Command.in(folder, launcher)
            .with("LANG", "de_AT.UTF-8")
            .run()
            .exits(0)
            .says("LANG=de_AT.UTF-8");
        assertEquals(List.of(),
                outcome.out()
                    .lines()
                    .filter(line -> line.startsWith("LC_") || line.startsWith("MALLOC") || line.startsWith("JAVA"))
                    .toList());
    }

    @Test
    void anExitCodeComesBackFromTheProgramItself() throws Exception {
        Command.in(folder, Image.LAUNCHER, "no-such-command").run().exits(2);
    }
}
