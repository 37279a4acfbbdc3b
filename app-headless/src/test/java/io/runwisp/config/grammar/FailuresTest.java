package io.runwisp.config.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.config.grammar.Failures.Policy;
import io.runwisp.config.grammar.Failures.Refused;
import io.runwisp.config.grammar.Failures.TokenFault;
import io.runwisp.model.EndReason;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

    private static final String FORMS = "write an end reason such as timeout, an exit code 1-255, a range such as 2-9,"
            + " or output:<pattern>";

    @Test
    void builtInCountsWhatReallyWentWrong() {
        assertEquals(
                EnumSet.of(
                        EndReason.FAILED,
                        EndReason.TIMEOUT,
                        EndReason.CRASHED,
                        EndReason.LOG_OVERFLOW,
                        EndReason.START_FAILED,
                        EndReason.UNHEALTHY,
                        EndReason.MISSED),
                Failures.builtIn().reasons());
    }

    @Test
    void plainTokensReplaceWhatIsInherited() {
        assertEquals(
                policy(Set.of(EndReason.TIMEOUT, EndReason.STOPPED),
                        List.of(new ExitRange(3, 3), new ExitRange(10, 20)),
                        List.of("^FATAL|panic:", " x ")),
                Failures.apply(
                        Failures.builtIn(),
                        List.of("stopped", "timeout", "3", "10-20", "output:^FATAL|panic:", "output: x ", "3")));
    }

    @Test
    void signedTokensAdjustWhatIsInherited() {
        Failures inherited = new Failures(
                Set.of(EndReason.FAILED, EndReason.MISSED), List.of(new ExitRange(1, 9)), List.of("a", "b"));
        assertEquals(
                policy(Set.of(EndReason.FAILED, EndReason.SKIPPED), List.of(new ExitRange(42, 42)), List.of("b", "c")),
                Failures.apply(
                        inherited,
                        List.of("-missed", "+skipped", "-1-9", "+42", "-output:a", "+output:c", "-queue_full")));
    }

    @Test
    void afterAnEmptyListNothingFails() {
        assertEquals(policy(Set.of(), List.of(), List.of()), Failures.apply(Failures.builtIn(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            faild        | "faild" is not an end reason | did you mean failed?
            Timeout      | "Timeout" is not an end reason | did you mean timeout?
            ' failed'    | " failed" is not an end reason | did you mean failed?
            +uhealthy    | "uhealthy" is not an end reason | did you mean unhealthy?
            error        | "error" is not an end reason | FORMS
            ''           | the token is empty | FORMS
            +            | the token is empty | FORMS
            success      | a success cannot be a failure | LEAVE_IT_OUT
            -succeeded   | a success cannot be a failure | LEAVE_IT_OUT
            0            | exit code 0 is outside 1-255 | LEAVE_ZERO_OUT
            0-5          | exit code 0 is outside 1-255 | LEAVE_ZERO_OUT
            256          | exit code 256 is outside 1-255 | use codes from 1 to 255; a run ended by signal n has 128 + n
            5-300        | exit code 300 is outside 1-255 | use codes from 1 to 255; a run ended by signal n has 128 + n
            9-2          | the range 9-2 runs backwards | write 2-9
            3-           | "3-" is neither an exit code nor a range | FORMS
            3x           | "3x" is neither an exit code nor a range | FORMS
            99999999999  | "99999999999" is neither an exit code nor a range | FORMS
            output:      | the pattern after output: is empty | write what to find in a line, e.g. output:^FATAL
            output:(a    | the pattern is not an RE2 expression: missing closing ) | correct the expression
            output:[z-a] | the pattern is not an RE2 expression: invalid character class range | correct the expression
            output:a{9999} | the pattern is not an RE2 expression: invalid repeat count | correct the expression
            -7           | exit code 7 is not inherited in exactly this form | drop one of: 1-9, 42
            -1-8         | exit code 1-8 is not inherited in exactly this form | drop one of: 1-9, 42
            -output:b    | this pattern is not inherited in exactly this form | drop one of: output:a
            """)
    void refusesATokenAndSaysWhatToWrite(String token, String reason, String remedy) {
        Failures inherited = new Failures(
                Set.of(EndReason.FAILED), List.of(new ExitRange(1, 9), new ExitRange(42, 42)), List.of("a"));
        TokenFault fault = new TokenFault(0, reason, remedy(remedy));
        assertEquals(new Refused(List.of(fault)), Failures.apply(inherited, List.of(token)));
    }

    @Test
    void reportsEveryBadTokenWithItsIndex() {
        Refused refused = (Refused) Failures.apply(Failures.builtIn(), List.of("nope!", "failed", "0", "output:["));
        assertEquals(List.of(0, 2, 3), refused.faults().stream().map(TokenFault::index).toList());
    }

    @Test
    void refusesSignedAndPlainTokensInOneListOnce() {
        TokenFault mixed = new TokenFault(
                1,
                "tokens with and without + or - are mixed",
                "write + or - before every token to adjust what is inherited, before none to replace it");
        assertEquals(
                new Refused(List.of(mixed)), Failures.apply(Failures.builtIn(), List.of("+skipped", "failed", "7")));
        assertEquals(
                new Refused(List.of(mixed)), Failures.apply(Failures.builtIn(), List.of("failed", "-skipped", "-x")));
    }

    @Test
    void refusesPatternsThatWouldOverflowTheStackOfTheRegexCompiler() {
        TokenFault tooLong = new TokenFault(
                0, "the pattern is longer than 1000 characters", "write several shorter output: tokens");
        assertEquals(
                new Refused(List.of(tooLong)),
                Failures.apply(Failures.builtIn(), List.of("output:" + "(".repeat(30_000) + ")".repeat(30_000))));
        assertInstanceOf(
                Policy.class,
                Failures.apply(Failures.builtIn(), List.of("output:" + "(".repeat(500) + ")".repeat(500))));
    }

    @Test
    void droppingFromAnEmptyListAsksToLeaveTheTokenOut() {
        assertEquals(
                new Refused(List.of(new TokenFault(
                        0, "exit code 3 is not inherited in exactly this form", "leave the token out"))),
                Failures.apply(Failures.builtIn(), List.of("-3")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # tokens        | reason  | code | match | failure | retryable
            failed          | FAILED  | 1    | false | true    | true
            failed          | SUCCESS | 0    | false | false   | false
            timeout         | FAILED  | 1    | false | false   | false
            timeout,3-5     | FAILED  | 4    | false | true    | true
            timeout,3-5     | FAILED  | 6    | false | false   | false
            3-5             | STOPPED | 4    | false | false   | false
            3-5             | TIMEOUT | 4    | false | false   | false
            output:x        | FAILED  | 9    | true  | true    | true
            output:x        | FAILED  | 9    | false | false   | false
            output:x        | SUCCESS | 0    | true  | true    | true
            output:x        | STOPPED | 143  | true  | false   | false
            stopped         | STOPPED | 143  | false | true    | false
            skipped         | SKIPPED | -1   | false | true    | false
            missed          | MISSED  | -1   | false | true    | false
            crashed         | CRASHED | -2   | false | true    | true
            unhealthy       | UNHEALTHY | 137 | false | true   | true
            start_failed    | START_FAILED | 1 | false | true  | true
            log_overflow    | LOG_OVERFLOW | 143 | false | true | true
            """)
    void judgesAnEnd(
            String tokens, EndReason reason, int code, boolean match, boolean failure, boolean retryable) {
        Policy policy = (Policy) Failures.apply(Failures.builtIn(), List.of(tokens.split(",", -1)));
        assertEquals(failure, policy.failures().isFailure(reason, code, match));
        assertEquals(retryable, policy.failures().isRetryable(reason, code, match));
    }

    @Test
    void aMatchTurnsASuccessIntoAFailedRunAndNothingElse() {
        assertEquals(EndReason.FAILED, Failures.builtIn().settle(EndReason.SUCCESS, true));
        assertEquals(EndReason.SUCCESS, Failures.builtIn().settle(EndReason.SUCCESS, false));
        assertEquals(EndReason.TIMEOUT, Failures.builtIn().settle(EndReason.TIMEOUT, true));
    }

    @Test
    void compilesItsPatterns() {
        Failures failures = new Failures(Set.of(), List.of(), List.of("^ERR", "x+"));
        assertTrue(failures.compiledPatterns().get(1).matcher("axxb").find());
        assertEquals(List.of("^ERR", "x+"), failures.compiledPatterns().stream().map(p -> p.pattern()).toList());
    }

    private static String remedy(String written) {
        String output = " out: use output:<pattern> for a run that fails although it exits with 0";
        return switch (written) {
            case "FORMS" -> FORMS;
            case "LEAVE_IT_OUT" -> "leave it" + output;
            case "LEAVE_ZERO_OUT" -> "leave 0" + output;
            default -> written;
        };
    }

    private static Policy policy(Set<EndReason> reasons, List<ExitRange> exits, List<String> patterns) {
        return new Policy(new Failures(reasons, exits, patterns));
    }
}
