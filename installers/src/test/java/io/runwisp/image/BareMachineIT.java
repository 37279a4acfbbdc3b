package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine without a JDK, without a locale, without anything: every {@code java} that could be found there fails and leaves a trace. */
class BareMachineIT {

    @TempDir
    Path folder;

    private Path trace;
    private Path programs;

    @BeforeEach
    void hideEveryJava() throws IOException {
        trace = folder.resolve("a foreign java was started");
        programs = folder.resolve("programs");
        Command.script(programs.resolve("java"), "touch '" + trace + "'; exit 99\n");
    }

    @Test
    void theVersionIsPrintedWithoutAnyOtherJava() throws Exception {
        bare("--version").run().exits(0).says(Image.VERSION);
        assertFalse(Files.exists(trace));
    }

    @Test
    void aFileIsValidatedWithoutAnyOtherJava() throws Exception {
        Files.writeString(folder.resolve("runwisp.toml"), Image.GOOD);
        bare("validate").run().exits(0).says("✓ runwisp.toml is valid.");
        assertFalse(Files.exists(trace));
    }

    @Test
    void aJavaHomeThatPointsNowhereDoesNoHarm() throws Exception {
        bare("--version").with("JAVA_HOME", folder.resolve("nowhere")).run().exits(0);
    }

    @Test
    void aFileNameBeyondAsciiIsFoundWithoutALocale() throws Exception {
        Command.in(folder, "sh", "-c", "printf '%s' '" + Image.GOOD + "' > 'größe.toml'").run().exits(0);
        bare("validate", "größe.toml").run().exits(0).says("größe.toml is valid");
        bare("validate", "größe.toml").with("LC_ALL", "C").run().exits(0).says("größe.toml is valid");
    }

    private Command bare(Object... arguments) {
        return Command.in(folder, Image.LAUNCHER).and(arguments).withProgramsOf(programs);
    }
}
