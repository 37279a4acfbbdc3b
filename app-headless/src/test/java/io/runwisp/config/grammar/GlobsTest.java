package io.runwisp.config.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobsTest {

    @ParameterizedTest
    @CsvSource({
            "backup,backup,true", "backup,backups,false", "backup,Backup,false", "*,x,true", "*,'',true", "**,ab,true",
            "*,a/b,false", "*/*,a/b,true", "a/*,a/b/c,false", "db-*,db-1,true", "db-*,db-,true", "db-*,xdb-1,false",
            "*-db,my-db,true", "*-db,my-db-1,false", "a*b*c,aXbXbXc,true", "a*b*c,aXcXb,false", "*a*a/c,aa/aa/c,false",
            "?,x,true", "?,'',false", "?,xy,false", "?,/,false", "a?c,abc,true", "[abc],b,true", "[abc],d,false",
            "[a-c]x,bx,true", "[a-c]x,dx,false", "[!a-c],d,true", "[!a-c],b,false", "[^a-c],d,true", "[^a-c],a,false",
            "[!a],/,false", "[a-],-,true", "[-a],-,true", "[a-c-e],d,false", "[a-c-e],-,true", "x[*]y,x*y,true",
            "x[*]y,xay,false", "*[0-9],job7,true", "*[0-9],job,false", "*a[bc]*,xabac,true"})
    void matchesWholeNames(String glob, String name, boolean expected) {
        assertEquals(Reading.good(glob), Globs.read(glob));
        assertEquals(expected, Globs.matches(glob, name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''      | 0 | 1 | it is empty, write * for every name
            a{b,c}  | 1 | 1 | braces are not supported, write one glob for each alternative
            a}      | 1 | 1 | braces are not supported, write one glob for each alternative
            a\\*    | 1 | 1 | there are no escapes, "\\" is not allowed
            db[1    | 2 | 2 | "[" has no "]" after it
            db]     | 2 | 1 | "]" has no "[" before it
            x[]     | 1 | 2 | there is nothing between "[" and "]"
            x[!]y   | 1 | 3 | there is nothing between "[" and "]"
            [az-a]  | 2 | 3 | the range runs backwards
            """)
    void refusesWhatIsNoGlob(String glob, int offset, int length, String reason) {
        assertEquals(Reading.bad(offset, length, reason), Globs.read(glob));
    }

    @Test
    void aBadGlobMatchesNothing() {
        assertFalse(Globs.matches("[a", "a"));
        assertFalse(Globs.matches("", "a"));
    }

    @Test
    void manyStarsStayFast() {
        assertFalse(Globs.matches("*a".repeat(40) + "b", "a".repeat(5_000)));
    }
}
