package io.runwisp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.config.language.ParamType;
import io.runwisp.engine.definition.Command;
import io.runwisp.engine.definition.ParamDefinition;
import io.runwisp.engine.definition.ParamDefinition.Kind;
import io.runwisp.model.BackoffCurve;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is given to runs, and how it reaches them. */
final class ParametersTest {

    private static final ParamDefinition TARGET = param(Kind.ENV, "TARGET", "prod", false);
    private static final ParamDefinition FILE = param(Kind.ARG, "file", null, true);
    private static final ParamDefinition LEVEL = new ParamDefinition(Kind.OPTION, "--level", "3", false,
            ParamType.NUMBER, List.of(), false, "");
    private static final ParamDefinition GLUED = new ParamDefinition(Kind.OPTION, "--mode=", null, false,
            ParamType.STRING, List.of("fast", "slow"), false, "");
    private static final ParamDefinition DRY = param(Kind.FLAG, "--dry-run", null, false);
    private static final List<ParamDefinition> ALL = List.of(TARGET, FILE, LEVEL, GLUED, DRY);

    private static ParamDefinition param(Kind kind, String key, @Nullable String fallback, boolean required) {
        return new ParamDefinition(kind, key, fallback, required, ParamType.STRING, List.of(), false, "");
    }

    private static Command applied(Map<String, @Nullable String> given) {
        Parameters.Values values = (Parameters.Values) Parameters.resolve(ALL, given);
        Command command = SampleUnits.command().with("backup.sh  \n", new TreeMap<>());
        return Parameters.applied(command, ALL, values.values());
    }

    private static String refusal(Map<String, @Nullable String> given) {
        return ((Parameters.Refused) Parameters.resolve(ALL, given)).reason();
    }

    @Test
    void everyValueIsOneQuotedWordAfterTheScript() {
        Command command = applied(Map.of("file", "it's; rm -rf $HOME", "--mode=", "fast", "--dry-run", "true"));
        assertEquals("backup.sh 'it'\\''s; rm -rf $HOME' '--level' '3' '--mode=fast' '--dry-run'", command.script());
        assertEquals(Map.of("TARGET", "prod"), command.environment());
    }

    @Test
    void nullLeavesOutWhatHasADefault() {
        Map<String, @Nullable String> given = new HashMap<>();
        given.put("file", "");
        given.put("TARGET", null);
        given.put("--level", null);
        Command command = applied(given);
        assertEquals("backup.sh ''", command.script());
        assertEquals(Map.of(), command.environment());
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertEquals("parameter \"file\" is required, and no value was given", refusal(Map.of()));
        assertEquals("there is no parameter \"File\"; expected TARGET, file, --level, --mode=, --dry-run",
                refusal(Map.of("File", "x")));
        assertEquals("parameter \"--level\" is not a number", refusal(Map.of("file", "x", "--level", "high")));
        assertEquals("parameter \"--mode=\" is not among its choices; expected one of fast, slow",
                refusal(Map.of("file", "x", "--mode=", "medium")));
        assertEquals("parameter \"--dry-run\" is a flag; expected true or false",
                refusal(Map.of("file", "x", "--dry-run", "yes")));
    }

    @Test
    void whatWasGivenStandsOnTheRowAndARetryGetsItAgain() {
        EngineDriver driver = new EngineDriver(SampleUnits.task("a")
            .params(TARGET, FILE)
            .retry(1, BackoffCurve.CONSTANT, Duration.ofSeconds(1))
            .make()).begun();
        driver.trigger("a", Map.of("file", "x"));
        driver.exits(driver.lastOf("a").id(), 1);
        driver.pass(Duration.ofSeconds(1));
        assertEquals(Map.of("TARGET", "prod", "file", "x"), driver.lastOf("a").origin().params());
        assertEquals(EngineEffect.Reason.BAD_PARAMS,
                driver.answer(driver.trigger("a"), EngineEffect.Rejected.class).reason());
    }
}
