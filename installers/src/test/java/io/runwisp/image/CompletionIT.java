package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts for completion, in the shells that they are for. */
class CompletionIT {

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("runwisp.toml"), Image.GOOD + "[services.web]\nrun = \"sleep 9\"\n");
        Files.writeString(folder.resolve("other.toml"), "[tasks.elsewhere]\nrun = \"true\"\n");
        Command.script(folder.resolve("bin/runwisp"), "exec '" + Image.LAUNCHER + "' \"$@\"\n");
    }

    @ParameterizedTest
    @CsvSource({
            "runwisp sta, start status",
            "runwisp --config other.toml sta, start status",
            "runwisp --po, --port",
            "runwisp status --js, --json",
            "runwisp logs gr, greet",
            "runwisp logs greet we, web",
            "runwisp --config other.toml logs e, elsewhere",
            "runwisp -c other.toml run-task e, elsewhere",
            "runwisp --data elsewhere logs gr, greet",
            "runwisp help val, validate",
            "runwisp completion f, fish"})
    void commandsOptionsAndUnitsAreOffered(String typed, String offered) throws Exception {
        assertEquals(offered, bash(typed));
        assertEquals(offered, zsh(typed));
        assertEquals(offered, fish(typed));
    }

    /** Bash takes the sign of equality for a word of its own. */
    @Test
    void anOptionThatIsGluedToItsValueIsUnderstoodByBash() throws Exception {
        assertEquals("elsewhere", bash("runwisp --config = other.toml logs e"));
    }

    @Test
    void filesAreOfferedWhereFilesAreExpected() throws Exception {
        assertEquals("other.toml", bash("runwisp --config ot"));
        assertEquals("other.toml", bash("runwisp validate ot"));
        assertEquals("FILES", zsh("runwisp --config ot"));
        assertEquals("other.toml", fish("runwisp --config ot"));
    }

    @Test
    void nothingIsOfferedForAValueThatIsNoFile() throws Exception {
        assertEquals("", bash("runwisp logs --grep gr"));
        assertEquals("", zsh("runwisp logs --grep gr"));
    }

    @Test
    void everyCommandIsOffered() throws Exception {
        List<String> offered = List.of(bash("runwisp ").split(" "));
        for (String command : Command.in(folder, Image.LAUNCHER, "help")
            .run()
            .out()
            .lines()
            .filter(line -> line.matches("  [a-z-]+ +[a-z].*"))
            .map(line -> line.strip().replaceFirst(" .*", ""))
            .toList()) {
            assertTrue(offered.contains(command), () -> command + " is not among " + offered);
        }
        assertTrue(offered.size() > 20, offered::toString);
    }

    @Test
    void aFileWithMistakesOffersNothingAndSaysNothing() throws Exception {
        Files.writeString(folder.resolve("runwisp.toml"), "[tasks.greet]\nrum = 1\n");
        Outcome outcome = shell("bash", "-c", completing("runwisp logs gr")).exits(0);
        assertEquals("", outcome.out().strip());
        assertEquals("", outcome.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void theScriptIsOneOfItsShell(String shell) throws Exception {
        Path script = Files.writeString(folder.resolve("script"),
                shell("sh", "-c", "runwisp completion " + shell).exits(0).out());
        Outcome outcome = shell(shell, "-n", script.toString()).exits(0);
        assertEquals("", outcome.err());
        assertFalse(Files.readString(script).isBlank());
        Files.writeString(script, "case (\nend end if {");
        assertTrue(shell(shell, "-n", script.toString()).exit() != 0, "the check cannot fail");
    }

    @Test
    void aShellThatIsUnknownIsMisuse() throws Exception {
        shell("sh", "-c", "runwisp completion csh").exits(2).complains("bash, zsh or fish");
        shell("sh", "-c", "runwisp completion").exits(2);
    }

    private String bash(String typed) throws Exception {
        return offered(shell("bash", "-c", completing(typed)));
    }

    private static String completing(String typed) {
        return "eval \"$(runwisp completion bash)\"; COMP_WORDS=(" + words(typed) + "); COMP_CWORD="
                + (typed.split(" ", -1).length - 1) + "; _runwisp; printf '%s\\n' \"${COMPREPLY[@]}\"";
    }

    /** With what zsh brings for completion replaced by what shows how it is called. */
    private String zsh(String typed) throws Exception {
        String[] last = typed.split(" ", -1);
        return offered(shell("zsh", "-fc", "compdef() { :; }; _files() { echo FILES; };"
                + " compadd() { shift; for word; do case $word in " + last[last.length - 1]
                + "*) echo $word ;; esac; done; };"
                + " eval \"$(runwisp completion zsh)\"; words=(" + words(typed) + "); CURRENT=" + last.length
                + "; _runwisp"));
    }

    private String fish(String typed) throws Exception {
        return offered(shell("fish", "-c", "runwisp completion fish | source; complete -C '" + typed + "' | cut -f 1"));
    }

    private static String words(String typed) {
        return Arrays.stream(typed.split(" ", -1)).map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    }

    private static String offered(Outcome outcome) {
        outcome.exits(0);
        assertEquals("", outcome.err());
        return outcome.out().lines().sorted().collect(Collectors.joining(" "));
    }

    private Outcome shell(String... line) throws Exception {
        return Command.in(folder, (Object[]) line).withProgramsOf(folder.resolve("bin")).with("HOME", folder).run();
    }
}
