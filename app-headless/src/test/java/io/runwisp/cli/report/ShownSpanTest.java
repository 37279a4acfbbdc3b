package io.runwisp.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownSpanTest {

    /** The part to mark stands between brackets, in the source and in the line as it is shown. */
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            a = [1]                       | a = [1]                 | nothing is hidden
            [a] = "swordfish"             | [a] = "***"             | the key before the value
            a = ["swordfish"]             | a = ["***"]             | the value itself, which has become shorter
            a = ["x"]                     | a = ["***"]             | the value itself, which has become longer
            a = "sw[ord]fish"             | a = "[***]"             | a part of the value stands for the whole
            a = "swordfish" [oops]        | a = "***" [oops]        | what follows has moved to the left
            a = "x" [oops]                | a = "***" [oops]        | what follows has moved to the right
            a = "one", [b] = "two"        | a = "[***", b = "***]"  | what lies between two values stands for both
            [a] = { b = "one" }           | [a] = HIDDEN            | the key before a line that ends hidden
            a = { [b] = "one" }           | a = [HIDDEN]            | something in that end
            a = "swordfish"[ ]            | a = "***"[ ]            | the end of the line
            """)
    void marksStayOnWhatTheyMean(String source, String shown, String because) {
        ShownSpan span = ShownSpan.of(plain(source), plain(shown), source.indexOf('['),
                source.indexOf(']') - 1 - source.indexOf('['));
        ShownSpan expected = new ShownSpan(shown.indexOf('['), shown.indexOf(']') - 1 - shown.indexOf('['));
        assertEquals(expected, span, because);
    }

    @Test
    void behindTheEndOfTheLineThereIsRoomForOneMark() {
        assertEquals(new ShownSpan(5, 1), ShownSpan.of("run =", "run =", 9, 1));
        assertEquals(new ShownSpan(0, 1), ShownSpan.of("", "", 0, 4));
        assertEquals(new ShownSpan(3, 2), ShownSpan.of("run =", "run =", 3, 40));
    }

    private static String plain(String text) {
        return text.replace("[", "").replace("]", "");
    }
}
