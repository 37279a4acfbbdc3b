package io.runwisp.cli.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.cli.report.ParsedJson;
import io.runwisp.client.http.HttpDaemonApi;
import io.runwisp.wire.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks for a document gets one, also when there is nothing good to say. */
class CommandFailuresTest {

    private static final String NOBODY_THERE = "http://127.0.0.1:1";

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

    @Test
    void aDaemonThatIsDownIsNotHealthy() {
        Shop.Call call = shop.call("status", "--json", "--url", NOBODY_THERE);
        assertEquals(1, call.code());
        assertEquals("""
                {
                  "schema_version": 1,
                  "healthy": false,
                  "error": "no daemon listens at http://127.0.0.1:1.",
                  "code": "nobody_listens"
                }
                """, call.out());
        assertTrue(call.err().startsWith("Error: no daemon listens"), call.err());
    }

    @Test
    void aDaemonThatSaysThatItIsSickIsNotHealthyAndStillTellsWhatItKnows() throws Exception {
        try (SickFront front = new SickFront(shop.address(), ProblemCode.JOURNAL_STALLED)) {
            Shop.Call call = shop.call("status", "--url", front.url());
            assertEquals(1, call.code());
            assertTrue(call.out().matches("RunWisp is not healthy at :\\d+: The disk is full\\.\n(?s).*  backup  .*"),
                    call.out());
            Map<String, Object> document = ParsedJson.object(
                    shop.call("status", "--json", "--url", front.url()).out());
            assertEquals(false, document.get("healthy"));
            assertEquals("journal_stalled", document.get("code"));
            assertEquals("The disk is full.", document.get("error"));
            assertEquals(6, ParsedJson.objects(document, "tasks").size());
        }
    }

    @Test
    void aSickDaemonThatLetsNobodyInIsNotHealthy() throws Exception {
        try (SickFront front = new SickFront(shop.address(), ProblemCode.ENGINE_STUCK)) {
            Shop.Call call = shop.callWith(HttpDaemonApi::new, "wrong", "status", "--json", "--url", front.url());
            assertEquals(1, call.code());
            Map<String, Object> document = ParsedJson.object(call.out());
            assertEquals(false, document.get("healthy"));
            assertEquals("engine_stuck", document.get("code"));
        }
    }

    @Test
    void aHealthyDaemonThatLetsNobodyInIsHealthy() {
        Shop.Call call = shop.callWith(HttpDaemonApi::new, "wrong", "status", "--json");
        assertEquals(0, call.code());
        assertEquals(true, ParsedJson.object(call.out()).get("healthy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "why", "runs", "logs", "run-task"})
    void aNameThatNothingHasIsADocumentToo(String command) {
        Shop.Call call = shop.call(command, "wbe", "--json");
        assertEquals(1, call.code());
        Map<String, Object> document = ParsedJson.object(call.out());
        assertEquals(1, document.get("schema_version"));
        assertEquals("there is no task or service \"wbe\".", document.get("error"));
        assertEquals("unit_unknown", document.get("code"));
        assertEquals(List.of("wbe"), document.get("unknown"));
        assertTrue(call.err().contains("Did you mean \"web\"?"), call.err());
    }

    @Test
    void whatIsKnownIsShownAndTheRestIsNamed() {
        shop.call("run-task", "backup", "--wait");
        Map<String, Object> logs = ParsedJson.object(shop.call("logs", "backup", "nobody", "--json").out());
        assertEquals(3, ParsedJson.objects(logs, "lines").size());
        assertEquals(List.of("nobody"), logs.get("unknown"));
        Map<String, Object> paused = ParsedJson.object(shop.call("pause", "backup", "nobody", "--json").out());
        assertEquals(List.of("nobody false", "backup true"), ParsedJson.objects(paused, "targets")
            .stream()
            .map(target -> target.get("target") + " " + target.get("done"))
            .toList());
    }

    @Test
    void aPasswordThatIsNotTakenIsADocumentToo() {
        Shop.Call call = shop.callWith(HttpDaemonApi::new, "wrong", "next", "--json");
        assertEquals(1, call.code());
        assertEquals("password_wrong", ParsedJson.object(call.out()).get("code"));
    }

    @Test
    void keysAndValuesOfParametersMayBeginWithDashes() {
        Shop.Call call = shop.call("run-task", "export", "--follow", "--param", "MONTH=-1",
                "--param=--since=2026-11-02",
                "--param=--limit=-7", "--param=--draft=true");
        assertEquals(0, call.code(), call.err());
        assertEquals("-1 --since=2026-11-02 --limit -7 --draft\n", call.out());
    }

    @Test
    void aParameterThatTheTaskDoesNotHaveIsRefusedByTheDaemon() {
        Shop.Call call = shop.call("run-task", "export", "--param", "YEAR=2026");
        assertEquals(1, call.code());
        assertTrue(call.err().contains("YEAR"), call.err());
        assertTrue(call.err().contains("--param KEY=VALUE"), call.err());
    }
}
