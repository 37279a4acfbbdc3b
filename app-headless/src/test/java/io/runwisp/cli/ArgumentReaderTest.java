package io.runwisp.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.runwisp.cli.terminal.RecordingConsole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentReaderTest {

    private static final Option ALL = Option.flag("all", 'a', "all of them");
    private static final Option LAST = Option.value("last", 'n', "N", "how many");

    /** A command that does nothing. */
    private record Idle(Manual manual) implements Command {

        @Override
        public int run(Invocation invocation) {
            return ExitCode.GOOD;
        }
    }

    private static final List<Command> COMMANDS = List.of(
            new Idle(new Manual("logs", "show logs", List.of(new Manual.Operand("NAME", "whose")), List.of(),
                    List.of(ALL, LAST), List.of())),
            new Idle(new Manual("status", "tell how it is", List.of(), List.of(), List.of(), List.of())));

    private static Reading read(String line) {
        return new ArgumentReader(COMMANDS, line.isEmpty() ? List.of() : List.of(line.split(" "))).read();
    }

    /** What was understood, in a form that fits a table: command, options by name, operands. */
    private static String understood(Reading reading) {
        Reading.Run run = assertInstanceOf(Reading.Run.class, reading);
        TreeMap<String, String> values = new TreeMap<>();
        run.values().forEach((option, value) -> values.put(option.name(), value.getLast()));
        return run.command().manual().name() + " " + values + " " + run.operands();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            logs                             | logs {} []
            logs web                         | logs {} [web]
            logs --all                       | logs {all=} []
            logs -a web                      | logs {all=} [web]
            logs --last 5                    | logs {last=5} []
            logs --last=5                    | logs {last=5} []
            logs -n 5                        | logs {last=5} []
            logs -n5                         | logs {last=5} []
            logs -n=5                        | logs {last=5} []
            logs -an5                        | logs {all=, last=5} []
            logs -n -5                       | logs {last=-5} []
            logs --last=--all                | logs {last=--all} []
            logs web --all                   | logs {all=} [web]
            -c a.toml logs                   | logs {config=a.toml} []
            logs -c a.toml                   | logs {config=a.toml} []
            --config=a.toml --port=80 logs   | logs {config=a.toml, port=80} []
            logs -c a.toml -c b.toml         | logs {config=b.toml} []
            logs --config=a=b.toml           | logs {config=a=b.toml} []
            logs -- --all                    | logs {} [--all]
            logs -                           | logs {} [-]
            -- logs web                      | logs {} [web]
            status --host ::1 -p 0           | status {host=::1, port=0} []
            """)
    void understands(String line, String expected) {
        assertEquals(expected, understood(read(line)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            log                    | there is no command "log".
            logs web api           | "api" is one argument too many for "runwisp logs".
            status web             | "web" is one argument too many for "runwisp status".
            status --all           | there is no option --all for "runwisp status".
            --all logs             | there is no option --all.
            logs -x                | there is no option -x for "runwisp logs".
            logs -ax               | there is no option -x for "runwisp logs".
            logs --last            | --last needs a value: --last N.
            logs --last=           | --last needs a value: --last N.
            logs --last --all      | --last needs a value: --last N.
            logs -n -a             | --last needs a value: --last N.
            logs --all=yes         | --all takes no value.
            logs --port http       | --port must be a number from 0 to 65535, not "http".
            logs --port 65536      | --port must be a number from 0 to 65535, not "65536".
            logs -p -1             | --port must be a number from 0 to 65535, not "-1".
            """)
    void refuses(String line, String title) {
        assertEquals(title, assertInstanceOf(Reading.Fault.class, read(line)).title());
    }

    @Test
    void anOptionBeforeItsCommandIsToldItsPlace() {
        Reading.Fault fault = assertInstanceOf(Reading.Fault.class, read("--all logs"));
        assertEquals(List.of("Options of a command stand behind its name.",
                "Run \"runwisp help\" to see the commands and options."), fault.details());
    }

    @Test
    void helpAndVersionWinOverEverythingThatIsUnderstood() {
        assertEquals(new Reading.Help(null), read("--help"));
        assertEquals(new Reading.Help(COMMANDS.getFirst()), read("logs web -h --version"));
        assertEquals(new Reading.Version(), read("--version"));
        assertEquals(new Reading.Nothing(), read(""));
        assertEquals(new Reading.Nothing(), read("--port 80"));
    }

    @Test
    void whatNobodyGaveIsTheDefault() {
        Invocation invocation = new Invocation(RecordingConsole.pipe().console(), Path.of("/srv/shop"), Map.of(),
                List.of());
        assertEquals("runwisp.toml", invocation.configName());
        assertEquals(Path.of("/srv/shop/data"), invocation.path(invocation.dataName()));
        assertEquals("127.0.0.1:9477", invocation.host() + ":" + invocation.port());
    }
}
