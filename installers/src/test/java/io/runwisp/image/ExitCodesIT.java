package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract with scripts: 0 is good, 1 is a problem, 2 is a command that was not understood. */
class ExitCodesIT {

    @TempDir
    Path folder;

    @Test
    void aGoodFileIsZeroAndSaysSoOnStdout() throws Exception {
        Outcome outcome = validate(Image.GOOD).exits(0).says("✓ runwisp.toml is valid.");
        assertEquals("", outcome.err());
    }

    @Test
    void theDemonstrationFileIsGood() throws Exception {
        Outcome outcome = runwisp("validate", Image.SOURCES.resolve("installers/demo/runwisp.toml")).exits(0)
            .says("is valid.");
        assertEquals("", outcome.err());
    }

    @Test
    void aBrokenFileIsOneAndItsPlaceStandsOnStderr() throws Exception {
        validate("""
            [tasks.greet]
            run = "echo unfinished
            """).exits(1).complains("runwisp.toml:2:");
    }

    @Test
    void everyProblemOfAFileIsNamed() throws Exception {
        Outcome outcome = validate("""
            [tasks.greet]
            run  = "echo"
            crom = "0 7 * * *"

            [services.api]
            run       = "sleep 9"
            instanzes = 2
            """).exits(1).complains("runwisp.toml:3:").complains("runwisp.toml:7:");
        assertFalse(outcome.out().contains("is valid"), outcome::toString);
    }

    @Test
    void aMissingFileIsOne() throws Exception {
        runwisp("validate", "absent.toml").exits(1).complains("absent.toml");
    }

    @Test
    void aBrokenFileAsJsonIsOneAndStillADocument() throws Exception {
        Files.writeString(folder.resolve("runwisp.toml"), "[tasks.greet]\nrum = 1\n");
        runwisp("validate", "--json").exits(1).says("\"valid\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dance", "--no-such-flag", ""})
    void whatIsNotUnderstoodIsTwo(String argument) throws Exception {
        runwisp(argument).exits(2);
    }

    private Outcome validate(String toml) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("runwisp.toml"), toml);
        return runwisp("validate");
    }

    private Outcome runwisp(Object... arguments) throws IOException, InterruptedException {
        return Command.in(folder, Image.LAUNCHER).and(arguments).run();
    }
}
