package io.runwisp.config.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotEnvTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A=b                 | A      | b
            'A='                | A      | ''
            'A="'               | A      | "
            A = b               | A      | b
            '  A=b  '           | A      | b
            A=b=c               | A      | b=c
            A="b c"             | A      | b c
            A=" b "             | A      | ' b '
            A=""b""             | A      | "b"
            A="b                | A      | "b
            A=b"c"              | A      | b"c"
            A=$HOME/${X}        | A      | $HOME/${X}
            A=a#b # c           | A      | a#b # c
            A="a" # c           | A      | "a" # c
            A=a\\nb             | A      | a\\nb
            export A=b          | A      | b
            export=b            | export | b
            export = b          | export | b
            exported=b          | exported | b
            """)
    void takesValuesLiterally(String line, String key, String value) {
        DotEnv read = DotEnv.read(line);
        assertEquals(List.of(), read.faults());
        assertEquals(List.of(new DotEnv.Entry(key, value, 1)), List.copyOf(read.entries().values()));
    }

    @Test
    void takesSingleQuotesOffLikeDoubleOnesAndMixedOnesNot() {
        DotEnv read = DotEnv.read("A='b \"c\"'\nB='b\"\nC=\"it's\"\n");
        assertEquals(
                List.of("b \"c\"", "'b\"", "it's"),
                read.entries().values().stream().map(DotEnv.Entry::value).toList());
    }

    @Test
    void countsLinesAcrossBlankOnesCommentsAndWindowsEnds() {
        DotEnv read = DotEnv.read("\ufeffA=1\r\n\r\n# A=2\r\n  # B=3\r\nB=4\r\n");
        assertEquals(List.of(), read.faults());
        assertEquals(
                List.of(new DotEnv.Entry("A", "1", 1), new DotEnv.Entry("B", "4", 5)),
                List.copyOf(read.entries().values()));
    }

    @Test
    void theLastOfSeveralLinesWithOneKeyCounts() {
        DotEnv read = DotEnv.read("A=1\nB=2\nA=3");
        assertEquals(
                List.of(new DotEnv.Entry("B", "2", 2), new DotEnv.Entry("A", "3", 3)),
                List.copyOf(read.entries().values()));
    }

    @Test
    void anEmptyFileSetsNothing() {
        assertEquals(new DotEnv(new LinkedHashMap<>(), List.of()), DotEnv.read(""));
    }

    @Test
    void reportsEveryBadLineAndKeepsTheGoodOnes() {
        DotEnv read = DotEnv.read("s3cret\nA-B=s3cret\n=s3cret\n1A=s3cret\nA=s3cret\0\nexport s3cret\nexport\nOK=1\n"
                + "L=" + "s3cret".repeat(6_000));
        assertEquals(
                List.of(
                        new DotEnv.Fault(1, "there is no = in it, expected KEY=VALUE"),
                        new DotEnv.Fault(2, "the name has a character outside A-Z a-z 0-9 _"),
                        new DotEnv.Fault(3, "the name is empty"),
                        new DotEnv.Fault(4, "the name begins with a digit"),
                        new DotEnv.Fault(5, "A: the value contains a NUL character"),
                        new DotEnv.Fault(6, "there is no = in it, expected KEY=VALUE"),
                        new DotEnv.Fault(7, "there is no = in it, expected KEY=VALUE"),
                        new DotEnv.Fault(9, "L: the value is longer than 32 KiB")),
                read.faults());
        assertEquals(List.of("OK"), List.copyOf(read.entries().keySet()));
    }

    @Test
    void printsNoValues() {
        assertFalse(DotEnv.read("A=s3cret\ns3cret\n").toString().contains("s3cret"));
    }
}
