package io.runwisp.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.cli.Workplace.Call;
import io.runwisp.cli.report.ParsedJson;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordCommandTest {

    @TempDir
    Path directory;

    private Workplace place;

    @BeforeEach
    void open() {
        place = new Workplace(directory);
    }

    @Test
    void itIsPrintedAloneOnItsLine() {
        place.file("data/password", "BvBRouSirGQNAuNkCAhJCk\n");
        assertEquals(new Call(0, "BvBRouSirGQNAuNkCAhJCk\n", ""), place.callOf(PasswordCommand::new, "password"));
        assertEquals(Map.of("schema_version", 1, "password", "BvBRouSirGQNAuNkCAhJCk"),
                ParsedJson.object(place.callOf(PasswordCommand::new, "password", "--json").out()));
    }

    @Test
    void itIsThatOfTheDataDirectoryThatIsNamed() {
        place.file("data/password", "BvBRouSirGQNAuNkCAhJCk\n").file("other/password", "AvBRouSirGQNAuNkCAhJCk\n");
        assertEquals("AvBRouSirGQNAuNkCAhJCk\n",
                place.callOf(PasswordCommand::new, "password", "--data", "other/").out());
    }

    /** It is written nowhere, and would end up in the history of a terminal. */
    @Test
    void oneThatWasSetByAVariableIsNotPrinted() {
        place.file("data/password", "BvBRouSirGQNAuNkCAhJCk\n").variable("RUNWISP_PASSWORD", "correct horse");
        Call call = place.callOf(PasswordCommand::new, "password", "--json");
        assertEquals(1, call.code());
        assertTrue(call.err().startsWith("Error: the password is the one in RUNWISP_PASSWORD."), call.err());
        assertEquals("password_elsewhere", ParsedJson.object(call.out()).get("code"));
        assertTrue(!(call.out() + call.err()).contains("correct horse"), call.out() + call.err());
    }

    @Test
    void whereNoneIsItSaysWhereItLookedAndWhatToDo() {
        Call call = place.callOf(PasswordCommand::new, "password", "--json", "--data", "nowhere");
        assertEquals(1, call.code());
        assertTrue(call.err().startsWith("Error: there is no password in nowhere/password."), call.err());
        assertTrue(call.err().contains("--data"), call.err());
        assertEquals("password_missing", ParsedJson.object(call.out()).get("code"));
    }
}
