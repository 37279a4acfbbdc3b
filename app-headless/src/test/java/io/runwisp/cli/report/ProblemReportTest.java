package io.runwisp.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.runwisp.cli.terminal.RecordingConsole;
import io.runwisp.config.problem.Place;
import io.runwisp.config.problem.Problem;
import io.runwisp.config.problem.Problem.Severity;
import io.runwisp.config.problem.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemReportTest {

    private static final SourceFile ROOT = SourceFile.of(Path.of("/srv/shop/runwisp.toml"), "runwisp.toml", """
            [tasks.backup]
            cron = "75 3 * * *"
            run  = "restic backup /srv"
            timeout = "90 minutes"
            """);
    private static final SourceFile INCLUDED = SourceFile.of(Path.of("/srv/shop/jobs.d/web.toml"), "jobs.d/web.toml",
            "[services.web]\ninstances = 100\n");

    private static final Problem CRON = new Problem(Severity.ERROR, new Place(ROOT, 2, 9, 2), "tasks.backup.cron",
            "task backup: minute 75 is outside 0-59", "", "write a minute from 0 to 59");
    private static final Problem TIMEOUT = new Problem(Severity.ERROR, new Place(ROOT, 4, 11, 12),
            "tasks.backup.timeout",
            "task backup: \"90 minutes\" is not a duration", "a duration such as \"90s\" or \"1h30m\"",
            "write \"90m\"");
    private static final Problem INSTANCES = new Problem(Severity.ERROR, new Place(INCLUDED, 2, 13, 3),
            "services.web.instances", "service web: 100 is more than 64", "a number from 1 to 64", "");
    private static final Problem GRACE = new Problem(Severity.WARNING, new Place(ROOT, 1, 8, 6), "tasks.backup",
            "task backup has no description", "", "say what it is for");

    private static String report(RecordingConsole console, List<Problem> errors, List<Problem> warnings) {
        new ProblemReport(console.console().err()).printWithCount(errors, warnings);
        return console.err();
    }

    @Test
    void pointsAtEachSpotAndCounts() {
        assertEquals("""
                error: task backup: minute 75 is outside 0-59
                 --> runwisp.toml:2:9  tasks.backup.cron
                  |
                2 | cron = "75 3 * * *"
                  |         ^^
                  = help: write a minute from 0 to 59

                error: task backup: "90 minutes" is not a duration
                 --> runwisp.toml:4:11  tasks.backup.timeout
                  |
                4 | timeout = "90 minutes"
                  |           ^^^^^^^^^^^^
                  = expected: a duration such as "90s" or "1h30m"
                  = help: write "90m"

                error: service web: 100 is more than 64
                 --> jobs.d/web.toml:2:13  services.web.instances
                  |
                2 | instances = 100
                  |             ^^^
                  = expected: a number from 1 to 64

                3 problems in 2 files.
                """, report(RecordingConsole.pipe(), List.of(CRON, TIMEOUT, INSTANCES), List.of()));
    }

    @Test
    void warningsFollowTheErrorsAndOneFileIsNamed() {
        assertEquals("""
                error: task backup: minute 75 is outside 0-59
                 --> runwisp.toml:2:9  tasks.backup.cron
                  |
                2 | cron = "75 3 * * *"
                  |         ^^
                  = help: write a minute from 0 to 59

                warning: task backup has no description
                 --> runwisp.toml:1:8  tasks.backup
                  |
                1 | [tasks.backup]
                  |        ^^^^^^
                  = help: say what it is for

                1 problem in runwisp.toml, and 1 warning.
                """, report(RecordingConsole.pipe(), List.of(CRON), List.of(GRACE)));
    }

    @Test
    void aTerminalShowsRedForErrorsAndYellowForWarnings() {
        assertEquals("""
                <bad>error: </><strong>task backup: minute 75 is outside 0-59</>
                 <accent>--></> runwisp.toml:2:9  <quiet>tasks.backup.cron</>
                  <accent>|</>
                <accent>2</> <accent>|</> cron = "75 3 * * *"
                  <accent>|</>         <bad>^^</>
                  <accent>=</> <strong>help: </>write a minute from 0 to 59

                <warning>warning: </><strong>task backup has no description</>
                 <accent>--></> runwisp.toml:1:8  <quiet>tasks.backup</>
                  <accent>|</>
                <accent>1</> <accent>|</> [tasks.backup]
                  <accent>|</>        <warning>^^^^^^</>
                  <accent>=</> <strong>help: </>say what it is for

                <strong>1 problem in runwisp.toml, and 1 warning.</>
                """, report(RecordingConsole.colours(), List.of(CRON), List.of(GRACE)));
    }

    @Test
    void aProblemOfAWholeFileHasNoSnippet() {
        Problem problem = new Problem(Severity.ERROR, Place.wholeFile(ROOT), "",
                "the file cannot be read: permission denied",
                "", "let the user of the daemon read it");
        assertEquals("""
                error: the file cannot be read: permission denied
                 --> runwisp.toml
                  = help: let the user of the daemon read it

                1 problem in runwisp.toml.
                """, report(RecordingConsole.pipe(), List.of(problem), List.of()));
    }

    @Test
    void longSentencesAreWrappedUnderTheirBeginning() {
        Problem problem = new Problem(Severity.ERROR, new Place(ROOT, 4, 11, 12), "tasks.backup.timeout",
                "task backup: \"90 minutes\" is not a duration that can be read",
                "a duration such as \"90s\" or \"1h30m\"",
                "write the number and the unit without a blank between them");
        assertEquals("""
                error: task backup: "90 minutes" is not
                       a duration that can be read
                 --> runwisp.toml:4:11  tasks.backup.timeout
                  |
                4 | timeout = "90 minutes"
                  |           ^^^^^^^^^^^^
                  = expected: a duration such as "90s"
                              or "1h30m"
                  = help: write the number and the unit
                          without a blank between them

                1 problem in runwisp.toml.
                """, report(RecordingConsole.pipe(40), List.of(problem), List.of()));
    }

    @Test
    void lineNumbersOfAnyLengthKeepTheBarStraight() {
        SourceFile file = SourceFile.of(Path.of("/r.toml"), "r.toml", "\n".repeat(119) + "parallelism = 0");
        Problem problem = new Problem(Severity.ERROR, new Place(file, 120, 15, 1), "tasks.a.parallelism",
                "task a: parallelism 0 is outside 1..1024", "", "write 1 or more");
        assertEquals("""
                error: task a: parallelism 0 is outside 1..1024
                   --> r.toml:120:15  tasks.a.parallelism
                    |
                120 | parallelism = 0
                    |               ^
                    = help: write 1 or more

                1 problem in r.toml.
                """, report(RecordingConsole.pipe(), List.of(problem), List.of()));
    }

    @Test
    void aSecretIsHiddenAndItsMarkStaysWithinTheLine() {
        SourceFile file = SourceFile.of(Path.of("/r.toml"), "r.toml", "[tasks.a]\nsecrets = { TOKEN = 1234567890123 }");
        Problem problem = new Problem(Severity.ERROR, new Place(file, 2, 21, 13), "tasks.a.secrets.TOKEN",
                "task a: a secret must be a text", "", "put it between quotes");
        assertEquals("""
                error: task a: a secret must be a text
                 --> r.toml:2:21  tasks.a.secrets.TOKEN
                  |
                2 | secrets = [hidden]
                  |           ^^^^^^^^
                  = help: put it between quotes

                1 problem in r.toml.
                """, report(RecordingConsole.pipe(), List.of(problem), List.of()));
    }

    @Test
    void nothingInAFileCanSteerTheTerminal() {
        SourceFile file = SourceFile.of(Path.of("/r.toml"), "r\u001b[2J.toml", "a\u001b]0;owned\u0007 = 1\u202e");
        Problem problem = new Problem(Severity.ERROR, new Place(file, 1, 1, 3), "a\u001b", "a\u001b is no key",
                "\u0007", "\r");
        String report = report(RecordingConsole.pipe(), List.of(problem), List.of());
        assertFalse(report.chars().anyMatch(letter -> (letter < ' ' && letter != '\n') || letter == 0x202e), report);
    }

    @Test
    void asciiTerminalsGetAsciiSigns() {
        SourceFile file = SourceFile.of(Path.of("/r.toml"), "r.toml", "run = \"" + "x".repeat(200) + "\"");
        Problem problem = new Problem(Severity.ERROR, new Place(file, 1, 1, 3), "run", "run stands outside of a table",
                "", "");
        String report = report(RecordingConsole.ascii(), List.of(problem), List.of());
        assertEquals("1 | run = \"" + "x".repeat(86) + "...", report.lines().skip(3).findFirst().orElseThrow());
    }
}
