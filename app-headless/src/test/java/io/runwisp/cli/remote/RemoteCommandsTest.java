package io.runwisp.cli.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.cli.report.ParsedJson;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.DaemonUnreachable;
import io.runwisp.client.http.HttpDaemonApi;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteCommandsTest {

    @TempDir
    Path folder;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Shop.Call call(String... arguments) {
        return shop.call(arguments);
    }

    private static String withoutIds(String text) {
        return text.replaceAll("01[0-9A-Z]{24}", "RUN").replaceAll("(after|in) [0-9.]+ m?s", "$1 TIME");
    }

    @Test
    void aFollowedRunPrintsToBothStreamsAndExitsAsItDid() {
        Shop.Call call = call("run-task", "backup", "--follow");
        assertEquals("one\nred\n", call.out());
        assertEquals("""
                triggered run RUN for task "backup"
                two
                backup RUN: Succeeded in TIME.
                """, withoutIds(call.err()));
        assertEquals(0, call.code());
    }

    @Test
    void aRunThatIsWaitedForGivesItsExitCode() {
        Shop.Call call = call("run-task", "broken", "--wait");
        assertEquals(3, call.code());
        assertTrue(withoutIds(call.err()).endsWith("broken RUN: Failed after TIME, exit 3.\n"), call.err());
    }

    @Test
    void aRunThatIsSkippedSaysWhyAndFails() {
        assertEquals(0, call("run-task", "slow").code());
        Shop.Call second = call("run-task", "slow");
        assertEquals(1, second.code());
        assertEquals("""
                Error: slow was not started: skipped.

                Another run of it was still in flight, and on_overlap is skip.
                It is on record as run RUN.
                """, withoutIds(second.err()));
        assertEquals(0, call("stop", "slow").code());
    }

    @Test
    void aTaskThatIsUnknownIsGuessed() {
        Shop.Call call = call("run-task", "backpu");
        assertEquals(1, call.code());
        assertEquals("""
                Error: there is no task or service "backpu".

                Did you mean "backup"?
                There is: backup, broken, export, lost, slow, web.
                """, call.err());
    }

    @Test
    void statusShowsFirstWhatNeedsYou() {
        call("run-task", "broken", "--wait");
        Shop.Call call = call("status");
        assertEquals(0, call.code());
        String port = Integer.toString(shop.address().base().getPort());
        assertTrue(call.out().startsWith("RunWisp is healthy at :" + port + ".\n"), call.out());
        assertTrue(call.out().contains("\nOne unit needs you. Everything else is fine.\n"), call.out());
        assertTrue(call.out().indexOf("broken") < call.out().indexOf("backup"), call.out());
    }

    @Test
    void statusNeedsNoPasswordToSayThatTheDaemonIsHealthy() {
        Shop.Call call = shop.callWith(HttpDaemonApi::new, "wrong", "status");
        assertEquals(0, call.code());
        assertEquals("RunWisp is healthy.\n", call.out());
    }

    @Test
    void aWrongPasswordIsSaidWithWhatToDo() {
        Shop.Call call = shop.callWith(HttpDaemonApi::new, "wrong", "runs", "--json");
        assertEquals(1, call.code());
        assertTrue(call.err().contains("does not take this password.\n\nGive it with RUNWISP_PASSWORD"), call.err());
        assertEquals("password_wrong", ParsedJson.object(call.out()).get("code"));
    }

    @Test
    void whoDoesNotListenIsToldToBeStarted() {
        Shop.Call call = call("runs", "--url", "http://127.0.0.1:1");
        assertEquals(1, call.code());
        assertEquals("""
                Error: no daemon listens at http://127.0.0.1:1.

                Start it with "runwisp daemon", or say where it listens with --port, --host or --url.
                """, call.err());
    }

    @ParameterizedTest
    @EnumSource(DaemonUnreachable.Reason.class)
    void everyWayNotToReachADaemonEndsWithOneAndASentence(DaemonUnreachable.Reason reason) {
        Shop.Call call = shop.callWith((_, _, _) -> {
            throw new DaemonUnreachable(reason, "it is so");
        }, "any", "runs");
        assertEquals(1, call.code());
        assertTrue(call.err().startsWith("Error: "), call.err());
        assertEquals("", call.out());
    }

    @Test
    void tooManyAttemptsAreToldToWait() {
        Shop.Call call = shop.callWith((_, _, _) -> {
            throw new ApiProblem(Problem.of(ProblemCode.TOO_MANY_REQUESTS, "try again in 30 s"));
        }, "any", "runs");
        assertEquals(1, call.code());
        assertTrue(call.err().contains("takes no more attempts for now"), call.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run-task", "logs", "why", "stop", "start", "restart", "pause", "resume"})
    void aCommandThatLacksItsTargetIsMisused(String command) {
        Shop.Call call = call(command);
        assertEquals(2, call.code());
        assertTrue(call.err().startsWith("Error: " + command + " needs "), call.err());
    }

    @Test
    void valuesThatCannotBeReadAreMisuse() {
        assertEquals(2, call("runs", "--since", "teatime").code());
        assertEquals(2, call("runs", "--status", "sucess").code());
        assertEquals(2, call("next", "-n", "0").code());
        assertEquals(2, call("reload", "--exit-code").code());
        assertEquals(2, call("runs", "--url", "ftp://x").code());
        assertEquals(2, call("run-task", "backup", "--param", "=x").code());
    }

    @Test
    void runsAreFilteredByWhatBecameOfThem() {
        call("run-task", "broken", "--wait");
        call("run-task", "backup", "--wait");
        Shop.Call call = call("runs", "--status", "failed", "--since", "1h", "--json");
        Map<String, Object> document = ParsedJson.object(call.out());
        assertEquals(1, document.get("schema_version"));
        List<Map<?, ?>> runs = ParsedJson.objects(document, "runs");
        assertEquals(List.of("broken"), runs.stream().map(run -> run.get("task_name")).toList());
        assertEquals(1, call("runs", "nobody").code());
        assertTrue(call("runs", "backup").out().contains("succeeded"));
    }

    @Test
    void logsOfSeveralSayWhoseEachLineIs() {
        call("run-task", "broken", "--wait");
        call("run-task", "backup", "--wait");
        Shop.Call call = call("logs", "b*");
        assertEquals("backup | one\nbackup | red\n", call.out());
        assertEquals("broken | no such file\nbackup | two\n", call.err());
        assertEquals("red\n", call("logs", "backup", "--grep", "RED", "-n", "1").out());
    }

    @Test
    void whyARunCouldNotBeStartedIsToldByWhoeverWaitsForIt() {
        Shop.Call call = call("run-task", "lost", "--wait");
        assertEquals(1, call.code());
        assertTrue(call.err().contains(": Failed, never started.\nworking_dir = \"/nonexistent/lost\" does not exist"),
                call.err());
    }

    @Test
    void aLogWithoutLinesSaysThatNothingWasPrinted() {
        call("run-task", "slow");
        Shop.Call call = call("logs", "slow");
        assertEquals("", call.out());
        assertTrue(call.err().matches("Run \\w{26} of slow has printed nothing\\.\n"), call.err());
        assertEquals("", call("logs", "slow", "--grep", "error").err());
    }

    @Test
    void aPauseIsTakenBackAndAPatternPassesOverWhatItIsNotFor() {
        Shop.Call paused = call("pause", "*");
        assertEquals(0, paused.code());
        assertEquals("Task backup is paused: its slots pass without runs.\n", paused.out());
        assertTrue(call("next", "-n", "1").out().contains("held: "));
        Map<String, Object> resumed = ParsedJson.object(call("resume", "*", "--json").out());
        assertEquals(List.of("backup"),
                ParsedJson.objects(resumed, "targets").stream().map(target -> target.get("target")).toList());
    }

    @Test
    void onePartThatFailsDoesNotHoldTheOthers() {
        Shop.Call call = call("pause", "backup", "web", "wbe");
        assertEquals(1, call.code());
        assertTrue(call.out().startsWith("Task backup is paused"), call.out());
        assertTrue(call.err().contains("Did you mean \"web\"?"), call.err());
        assertTrue(call.err().contains("Error: web: "), call.err());
    }

    @Test
    void aRunIsStoppedByItsId() {
        String id = String.valueOf(ParsedJson.object(call("run-task", "slow", "--json").out()).get("run_id"));
        assertEquals(0, call("stop", id).code());
        assertEquals(1, call("restart", id).code());
    }

    @Test
    void whyAnswersInASentenceAndAsADocument() {
        assertTrue(call("why", "backup").out().startsWith("Nothing was due for backup"));
        Object why = ParsedJson.object(call("why", "backup", "--json").out()).get("why");
        assertEquals("no_slot", ((Map<?, ?>) Objects.requireNonNull(why)).get("verdict"));
    }

    @Test
    void aDryReloadOfWhatIsInForceChangesNothing() {
        Shop.Call call = call("reload", "--dry-run", "--exit-code", "--json");
        assertEquals(0, call.code());
        assertEquals(false, ParsedJson.object(call.out()).get("changes"));
        assertEquals(1, call("reload", "nobody").code());
    }
}
