package io.runwisp.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppearanceTest {

    @ParameterizedTest(name = "{0}: terminal {1}, pipe {2}")
    @CsvSource(delimiter = '|', textBlock = """
            TERM=xterm                            | true  | false
            TERM=dumb                             | false | false
            ''                                    | false | false
            TERM=xterm NO_COLOR=1                 | false | false
            TERM=xterm NO_COLOR=                  | true  | false
            TERM=xterm CLICOLOR_FORCE=1           | true  | true
            TERM=dumb FORCE_COLOR=1               | true  | true
            TERM=xterm FORCE_COLOR=0              | true  | false
            TERM=xterm FORCE_COLOR=false          | true  | false
            TERM=xterm FORCE_COLOR=1 NO_COLOR=1   | false | false
            """)
    void coloursFollowTheTerminalAndTheWishOfTheUser(String environment, boolean onTerminal, boolean inPipe) {
        Appearance appearance = Appearance.of(variables(environment), "UTF-8");
        assertEquals(onTerminal, appearance.colourOn(true));
        assertEquals(inPipe, appearance.colourOn(false));
    }

    @ParameterizedTest(name = "COLUMNS={0}: {1}")
    @CsvSource({"120, 120", "'', 100", "wide, 100", "3, 40", "99999, 1000", "-1, 40"})
    void widthIsThatOfTheTerminalWithinReason(String columns, int width) {
        assertEquals(width, Appearance.of(Map.of("COLUMNS", columns), "UTF-8").width());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"UTF-8, UNICODE", "utf-8, UNICODE", "ANSI_X3.4-1968, ASCII", "ISO-8859-1, ASCII", "'', ASCII"})
    void glyphsFollowTheLocale(String encoding, Glyphs glyphs) {
        assertEquals(glyphs, Appearance.of(Map.of(), encoding).glyphs());
    }

    private static Map<String, String> variables(String environment) {
        Map<String, String> variables = new HashMap<>();
        for (String entry : environment.split(" ", -1)) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                variables.put(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
        return variables;
    }
}
