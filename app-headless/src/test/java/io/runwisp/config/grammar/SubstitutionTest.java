package io.runwisp.config.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.runwisp.config.grammar.Substitution.Content;
import io.runwisp.config.grammar.Substitution.Fault;
import io.runwisp.config.grammar.Substitution.Faults;
import io.runwisp.config.grammar.Substitution.FileRead;
import io.runwisp.config.grammar.Substitution.Outcome;
import io.runwisp.config.grammar.Substitution.Text;
import io.runwisp.config.grammar.Substitution.Unreadable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstitutionTest {

    private static final Map<String, String> VARIABLES = Map.of(
            "A", "alpha", "EMPTY", "", "NESTED", "${A} $${A}", "SPACED", "  x ", "odd-name", "odd");
    private static final Map<String, String> FILES = Map.of(
            "/run/token", "\n  s3cret \r\n", "rel/x", "${A}", "blank", " \n");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain             | plain         | false
            ''                | ''            | false
            $                 | $             | false
            $A and $$ and }   | $A and $$ and } | false
            ${A}              | alpha         | true
            x${A}y${A}        | xalphayalpha  | true
            ${EMPTY}          | ''            | true
            ${SPACED}         | '  x '        | true
            ${odd-name}       | odd           | true
            ${NESTED}         | ${A} $${A}    | true
            $${A}             | ${A}          | true
            $$${A}            | $${A}         | true
            $${${A}           | ${alpha       | true
            ${A}$${A}         | alpha${A}     | true
            $${               | ${            | true
            ${A}$             | alpha$        | true
            ${A}}             | alpha}        | true
            ${file:/run/token}| s3cret        | true
            ${file:rel/x}     | ${A}          | true
            a${file:blank}b   | ab            | true
            """)
    void replacesReferencesOnceFromLeftToRight(String text, String value, boolean changed) {
        assertEquals(new Text(value, changed), expand(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x${NOPE}    | 1 | 7 | the environment variable NOPE is not set | SET
            ${a}        | 0 | 4 | the environment variable a is not set | SET
            x${A        | 1 | 2 | "${" has no closing "}" | CLOSE
            ${          | 0 | 2 | "${" has no closing "}" | CLOSE
            ${}         | 0 | 3 | ${} names no variable | NAME
            ${ }        | 0 | 4 | ${} names no variable | NAME
            ${file:}    | 0 | 8 | ${file:} names no file | FILE
            ${file: }   | 0 | 9 | ${file:} names no file | FILE
            ${file:/no} | 0 | 11 | the file /no does not exist | CREATE
            ${FILE:/no} | 0 | 11 | the prefix file: is written in lower case | FILE
            ${A:-x}     | 0 | 7 | a default for the environment variable A is not supported | PLAIN_A
            ${N:=x}     | 0 | 7 | a default for the environment variable N is not supported | PLAIN_N
            ${N-x}      | 0 | 6 | a default for the environment variable N is not supported | PLAIN_N
            ${ A }      | 0 | 6 | NOT_A_VARIABLE the name has a character outside A-Z a-z 0-9 _ | NAME
            ${1}        | 0 | 4 | NOT_A_VARIABLE the name begins with a digit | NAME
            ${A${A}     | 0 | 7 | NOT_A_VARIABLE the name has a character outside A-Z a-z 0-9 _ | NAME
            """)
    void saysWhichReferenceCannotBeReplaced(String text, int offset, int length, String reason, String remedy) {
        String why = reason.replace("NOT_A_VARIABLE", "what stands between ${ and } is not a variable:");
        assertEquals(new Faults(List.of(new Fault(offset, length, why, remedy(remedy)))), expand(text));
    }

    @Test
    void reportsEveryFaultOfOneText() {
        Outcome outcome = expand("${X} ${A} $${X} ${Y} ${");
        assertEquals(
                List.of(0, 16, 21), ((Faults) outcome).faults().stream().map(Fault::offset).toList());
    }

    @Test
    void asksForAPathAsItIsWritten() {
        StringBuilder asked = new StringBuilder();
        Substitution.expand("${file: ~/a b }", name -> null, path -> {
            asked.append(path);
            return new Content("");
        });
        assertEquals(" ~/a b ", asked.toString());
    }

    @Test
    void printsNoValues() {
        assertFalse(expand("${file:/run/token}").toString().contains("s3cret"));
        assertFalse(new Content("s3cret").toString().contains("s3cret"));
    }

    private static String remedy(String key) {
        return switch (key) {
            case "SET" -> "set it for the daemon, or read a file with ${file:path}";
            case "NAME" -> "write ${NAME}, or $${ for a literal ${";
            case "CLOSE" -> "close it, or write $${ for a literal ${";
            case "FILE" -> "write ${file:path/to/file}";
            case "CREATE" -> "create it, or make it readable for the user that runs the daemon";
            case "PLAIN_A" -> "write ${A} and set the variable for the daemon";
            case "PLAIN_N" -> "write ${N} and set the variable for the daemon";
            default -> throw new IllegalArgumentException(key);
        };
    }

    private static Outcome expand(String text) {
        return Substitution.expand(text, VARIABLES::get, SubstitutionTest::file);
    }

    private static FileRead file(String path) {
        String content = FILES.get(path);
        return content == null ? new Unreadable("does not exist") : new Content(content);
    }
}
