package io.runwisp.config.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.runwisp.config.grammar.UserSpecs.UserSpec;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({"022,0022", "0022,0022", "777,0777", "000,0000", "0777,0777"})
    void readsMasksOfThreeOrFourDigits(String text, String mask) {
        assertEquals(Reading.good(mask), Umasks.read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''    | 0 | 1 | it does not have three or four octal digits
            22    | 0 | 2 | it does not have three or four octal digits
            00022 | 0 | 5 | it does not have three or four octal digits
            1777  | 0 | 4 | it is greater than 0777
            0o22  | 1 | 1 | "o" is not an octal digit 0-7
            028   | 2 | 1 | "8" is not an octal digit 0-7
            -22   | 0 | 1 | "-" is not an octal digit 0-7
            '022 ' | 3 | 1 | a blank is not an octal digit 0-7
            😀22  | 0 | 2 | "😀" is not an octal digit 0-7
            """)
    void refusesWhatIsNoMask(String text, int offset, int length, String reason) {
        assertEquals(Reading.bad(offset, length, reason), Umasks.read(text));
    }

    @ParameterizedTest
    @CsvSource({"www-data,www-data,", "1000,1000,", "app:app,app,app", "0:0,0,0", "app:domain users,app,domain users"})
    void readsAccounts(String text, String user, String group) {
        assertEquals(Reading.good(new UserSpec(user, group)), UserSpecs.read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''      | 0 | 1 | it is blank
            :app    | 0 | 1 | the user before the colon is missing
            ' :app' | 0 | 2 | the user before the colon is missing
            app:    | 3 | 1 | the group after the colon is missing
            a:b:c   | 3 | 2 | it has more than one colon, expected user:group
            ' app'  | 0 | 4 | the user begins or ends with a blank
            'a: b'  | 2 | 2 | the group begins or ends with a blank
            """)
    void refusesWhatIsNoAccount(String text, int offset, int length, String reason) {
        assertEquals(Reading.bad(offset, length, reason), UserSpecs.read(text));
    }

    @Test
    void refusesAccountsWithControlCharacters() {
        assertEquals(Reading.bad(3, 1, "it contains a control character"), UserSpecs.read("app\0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Vienna", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+1"})
    void readsZonesOfTheList(String id) {
        assertEquals(Reading.good(ZoneId.of(id)), Zones.read(id));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''            | it is blank
            europe/vienna | upper and lower case matter in zone names, write Europe/Vienna
            utc           | upper and lower case matter in zone names, write UTC
            +02:00        | it is a fixed offset, not a zone, write for example Europe/Vienna or UTC
            UTC+1         | it is a fixed offset, not a zone, write for example Europe/Vienna or UTC
            GMT-05:30     | it is a fixed offset, not a zone, write for example Europe/Vienna or UTC
            Z             | it is a fixed offset, not a zone, write for example Europe/Vienna or UTC
            CEST          | it is an abbreviation, not a zone, write for example Europe/Vienna or UTC
            Europe/Wien   | no zone has this name, did you mean Europe/Vienna?
            München       | no zone has this name, did you mean Europe/Berlin?
            Europe/Viena  | no zone has this name, did you mean Europe/Vienna?
            Amerika/New_York | no zone has this name, did you mean America/New_York?
            Middle-earth/Shire | no zone has this name, write for example Europe/Vienna or UTC
            """)
    void refusesOtherZonesAndSuggestsTheNearest(String id, String reason) {
        assertEquals(Reading.bad(0, Math.max(1, id.length()), reason), Zones.read(id));
    }

    @ParameterizedTest
    @CsvSource({
            "a,a", "backup,backup", "db.dump,db_dump", "shop:web-1,shop_web-1", "A_9,A_9", ".x,_x", "..x,__x"})
    void readsUnitNamesAndTurnsThemIntoDirectories(String name, String directory) {
        assertEquals(Reading.good(name), UnitNames.read(name));
        assertEquals(directory, UnitNames.logDirectory(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''      | 0 | 1 | the name is empty
            .       | 0 | 1 | a name cannot be dots alone
            ..      | 0 | 2 | a name cannot be dots alone
            a b     | 1 | 1 | a blank is not allowed, use A-Z a-z 0-9 . _ - :
            a/b     | 1 | 1 | "/" is not allowed, use A-Z a-z 0-9 . _ - :
            grün    | 2 | 1 | "ü" is not allowed, use A-Z a-z 0-9 . _ - :
            x😀     | 1 | 2 | "😀" is not allowed, use A-Z a-z 0-9 . _ - :
            """)
    void refusesOtherUnitNames(String name, int offset, int length, String reason) {
        assertEquals(Reading.bad(offset, length, reason), UnitNames.read(name));
    }

    @Test
    void limitsUnitNamesToAHundredCharacters() {
        assertEquals(Reading.good("a".repeat(100)), UnitNames.read("a".repeat(100)));
        assertEquals(Reading.bad(100, 3, "the name is longer than 100 characters"), UnitNames.read("a".repeat(103)));
        assertEquals(
                Reading.bad(1, 1, "U+0007 is not allowed, use A-Z a-z 0-9 . _ - :"), UnitNames.read("a\u0007"));
    }

    @ParameterizedTest
    @CsvSource({
            "/bin/sh,true", "/bin/bash,true", "sh,true", "/usr/local/bin/zsh,true", "/bin/busybox,true",
            "/bin/yash,true", "/usr/bin/fish,false", "/usr/bin/python3,false", "/bin/sh/,false", "/bin/SH,false",
            "'',false"})
    void knowsTheShellsThatStopAtAnError(String path, boolean expected) {
        assertEquals(expected, ScriptShells.takesStopAtError(path));
    }

    @Test
    void aBadReadingAlwaysHasAPlace() {
        assertThrows(IllegalArgumentException.class, () -> new Reading.Bad<String>(-1, 1, "x"));
        assertThrows(IllegalArgumentException.class, () -> new Reading.Bad<String>(0, 0, "x"));
        assertThrows(IllegalArgumentException.class, () -> new ExitRange(0, 3));
        assertThrows(IllegalArgumentException.class, () -> new ExitRange(3, 2));
    }
}
