package io.runwisp.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.config.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a load does with files that are odd as a whole. */
class LoaderTest {

    @TempDir
    Path directory;

    private List<String> messages(String text) {
        return Loading.in(directory).load(text).errors().stream().map(Problem::message).toList();
    }

    @Test
    void syntaxErrorsDoNotHideWhatElseIsWrong() {
        assertEquals(List.of("the value of \"timeout\" needs quotes", "task \"a\": on_overlap cannot be \"skipp\"",
                "service \"b\": instances 100 is outside 1..64"), messages("""
                        [tasks.a]
                        run = "x"
                        timeout = 5m
                        on_overlap = "skipp"
                        [services.b]
                        run = "x"
                        instances = 100
                        """));
    }

    @Test
    void keysBelowABrokenHeaderAreNotTakenForThoseOfTheTableAbove() {
        assertEquals(List.of("a table header is one name without blanks"), messages("""
                [services.web]
                run = "x"
                [services db]
                run = "y"
                """));
    }

    @Test
    void aTableThatStandsTwiceIsToldOnce() {
        List<String> messages = messages(
                "[tasks.a]\nrun = 'x'\ncron = '@daily'\n[tasks.a]\nrun = 'y'\ncron = '@daily'\n");
        assertEquals(List.of("the table [tasks.a] stands twice, first on line 1"), messages);
    }

    @Test
    void aTableMayGoOverSeveralLinesAndEndInAComma() {
        Config config = Loading.in(directory).valid("[tasks.a]\nrun = 'x'\nenv = {\n  A = '1',\n  B = '2',\n}\n");
        assertEquals(Map.of("A", "1", "B", "2"), config.tasks().getFirst().environment().plain());
    }

    @Test
    void aDeviceIsNotReadForAFile() {
        assertTrue(
                messages("[tasks.a]\nrun = 'x'\nenv_file = '/dev/zero'\nenv = { B = '${file:/dev/zero}' }\n").stream()
                    .allMatch(message -> message.contains("is not a regular file")));
    }

    @Test
    void aFileInUtf16IsToldHowToBecomeUtf8() throws IOException {
        Files.write(directory.resolve("wide.toml"), new byte[]{(byte) 0xff, (byte) 0xfe, '[', 0});
        Problem problem = Loading.in(directory).load(Path.of("wide.toml")).errors().getFirst();
        assertTrue(problem.remedy().contains("iconv -f utf-16 -t utf-8 wide.toml"), problem.toString());
    }

    @Test
    void anInvisibleCharacterIsNamed() {
        assertEquals(List.of("an invisible character stands here, U+00A0"), messages("[tasks.a]\nrun\u00a0= 'x'\n"));
    }

    @Test
    void aVariableThatIsCalledLikeAKeyOfItsUnitEarnsAWarning() {
        LoadResult result = Loading.in(directory)
            .load("[tasks.a]\nrun = 'x'\n[tasks.a.env]\nLANG = 'C'\ntimeout = '5m'\n");
        assertEquals(1, result.warnings().size());
        assertTrue(result.warnings().getFirst().message().contains("\"timeout\" is a variable here"));
    }

    @Test
    void aNotifierMayBeNamedByAReference() {
        Config config = new Loading(directory, Map.of("CHAT", "team")).valid("""
                [[notifier]]
                id = "${CHAT}"
                type = "ntfy"
                topic = "x"
                [tasks.a]
                run = "x"
                notify_on_failure = ["team"]
                """);
        assertEquals("team", config.notifications().notifiers().getFirst().id());
    }

    @Test
    void aChainOfThousandsOfDependenciesIsWalkedAndItsCircleToldOnce() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            text.append("[services.s")
                .append(i)
                .append("]\nrun = 'x'\ndepends_on = ['s")
                .append((i + 1) % 3000)
                .append("']\n");
        }
        List<String> messages = messages(text.toString());
        assertEquals(1, messages.size());
        assertTrue(messages.getFirst().startsWith("service \"s0\": depends_on goes in a circle: s0 -> s1 -> s2"));
    }
}
