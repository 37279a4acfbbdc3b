package io.runwisp.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.cli.Workplace.Call;
import io.runwisp.cli.terminal.Columns;
import io.runwisp.cli.terminal.RecordingConsole;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static final String OVERVIEW = """
            RunWisp runs scheduled tasks and keeps services alive on one machine, from one file: runwisp.toml.

            Usage
              runwisp <command> [options]

            Commands
              init       write a configuration to start from, and a password
              validate   check the configuration and point at every mistake
              list       show the tasks and services of the configuration
              schema     print the JSON Schema of the configuration, for editors
              help       explain a command

            Options of every command
              -c, --config FILE   the configuration (default: runwisp.toml)
                  --data DIR      where RunWisp keeps its data (default: data)
              -p, --port PORT     the port of the daemon (default: 9477)
                  --host HOST     the address of the daemon (default: 127.0.0.1)
              -h, --help          explain the command
                  --version       print the version

            "runwisp help <command>" explains one of them.
            """;

    @TempDir
    Path directory;

    private Workplace workplace;

    @BeforeEach
    void open() {
        workplace = new Workplace(directory);
    }

    @ParameterizedTest(name = "runwisp {0}")
    @ValueSource(strings = {"help", "--help", "-h"})
    void theOverviewListsCommandsAndOptions(String argument) {
        assertEquals(new Call(0, OVERVIEW, ""), workplace.call(argument));
    }

    @Test
    void nothingAskedIsAnsweredWithTheOverviewAndAUsageError() {
        assertEquals(new Call(2, OVERVIEW, ""), workplace.call());
    }

    @Test
    void eachCommandExplainsItself() {
        String page = """
                runwisp init: write a configuration to start from, and a password.

                Usage
                  runwisp init [FILE] [options]

                Writes a short runwisp.toml that explains itself, and the password of the dashboard into the data
                directory, readable by its owner alone. The password is shown once. One that exists is never
                replaced, and none is written while RUNWISP_PASSWORD is set.

                Arguments
                  FILE   the configuration to write (default: the one of --config)

                Options
                  -f, --force   replace the configuration if there is one already

                Options of every command
                  -c, --config FILE   the configuration (default: runwisp.toml)
                      --data DIR      where RunWisp keeps its data (default: data)
                  -p, --port PORT     the port of the daemon (default: 9477)
                      --host HOST     the address of the daemon (default: 127.0.0.1)
                  -h, --help          explain the command
                      --version       print the version

                Examples
                  runwisp init                                                     set up this directory
                  runwisp init /etc/runwisp/runwisp.toml --data /var/lib/runwisp   set up a server
                """;
        assertEquals(new Call(0, page, ""), workplace.call("help", "init"));
        assertEquals(new Call(0, page, ""), workplace.call("init", "--help"));
        assertEquals(new Call(0, page, ""), workplace.call("-h", "init", "--force"));
        assertEquals(new Call(0, page, ""), workplace.call("init", "--frce", "--help"));
    }

    @ParameterizedTest(name = "{0} columns")
    @ValueSource(ints = {60, 80, 100, 200})
    void everyPageFitsItsTerminal(int width) {
        for (String name : new String[]{"init", "validate", "list", "schema", "help"}) {
            Call call = workplace.call(RecordingConsole.terminal(width), "help", name);
            // What is to be copied is not broken: usage, options and examples may need more.
            call.out()
                .lines()
                .filter(line -> !line.startsWith("  "))
                .forEach(line -> assertTrue(Columns.of(line) <= width, line));
        }
    }

    @Test
    void aTerminalShowsHeadingsAndTermsInColour() {
        Call call = workplace.call(RecordingConsole.colours(), "help");
        assertTrue(call.out().contains("""

                <strong>Commands</>
                  <accent>init</>       write a configuration to start from, and a password
                """), call.out());
    }

    @Test
    void theVersionIsOneLine() {
        assertEquals(new Call(0, "runwisp 0.1.0\n", ""), workplace.call("--version"));
        assertEquals(new Call(0, "runwisp 0.1.0\n", ""), workplace.call("list", "--version"));
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheNearest() {
        assertEquals(new Call(2, "", """
                Error: there is no command "valdate".

                Did you mean "runwisp validate"?
                Run "runwisp help" to see the commands and options.
                """), workplace.call("valdate"));
        assertEquals(workplace.call("valdate").err(), workplace.call("help", "valdate").err());
        assertEquals(2, workplace.call("help", "valdate").code());
    }

    @Test
    void anUnknownCommandThatIsNearNothingIsAnsweredWithTheHelp() {
        assertEquals(new Call(2, "", """
                Error: there is no command "frobnicate".

                Run "runwisp help" to see the commands and options.
                """), workplace.call("frobnicate"));
    }

    @Test
    void anUnknownOptionIsAnsweredWithTheNearest() {
        assertEquals(new Call(2, "", """
                Error: there is no option --jsn for "runwisp validate".

                Did you mean --json?
                Run "runwisp help validate" to see what it understands.
                """), workplace.call("validate", "--jsn"));
    }

    @Test
    void whatWasTypedCannotSteerTheTerminal() {
        Call call = workplace.call("\u001b[2J");
        assertEquals("Error: there is no command \"␛[2J\".", call.err().lines().findFirst().orElseThrow());
    }
}
