package io.runwisp.api.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader that judges the page can fail; {@code ~} is a line break here. */
class StrictReaderTest {

    private static final String GOOD = """
        # TYPE a counter
        # HELP a some
        a_total{x="1\\"\\\\\\n"} 4
        # TYPE b_seconds histogram
        # UNIT b_seconds seconds
        # HELP b_seconds some
        b_seconds_bucket{le="0.1"} 1
        b_seconds_bucket{le="+Inf"} 2
        b_seconds_count 2
        b_seconds_sum 0.25
        # EOF
        """;

    @Test
    void whatIsGoodIsRead() {
        assertEquals(2, StrictReader.read(GOOD).size());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', value = {
            "# EOF~ | ''", "# EOF | # EOF~# EOF", "a_total{ | a{", "# TYPE a counter~ | ''", "# HELP a some~ | ''",
            "a_total{x | a_total{1x", "4 | -4", "4 | four", "some~a_total | so\"me~a_total", "x=\"1 | x=\"1\\q",
            "{le=\"0.1\"} 1 | {le=\"0.1\"} 3", "le=\"+Inf\"} 2 | le=\"+Inf\"} 3", "\"0.1\" | \"0.10\"",
            "le=\"+Inf\" | le=\"9.0\"", "b_seconds_count 2~ | ''", "b_seconds seconds | b_seconds bytes",
            "# TYPE b_seconds | # TYPE a", "counter | counters",
            "b_seconds_sum 0.25 | b_seconds_sum 0.25~b_seconds_sum 1",
            "b_seconds_sum 0.25 | b_seconds_sum 0.25~# HELP b_seconds again", "4 | 4~a_total{y=\"1\",y=\"2\"} 3",
            "a_total{x=\"1\\\"\\\\\\n\"} | a_total{x=\"1\",}"})
    void whatTheStandardForbidsIsFound(String from, String to) {
        String broken = GOOD.replace(from.replace('~', '\n'), to.replace('~', '\n'));
        assertTrue(!broken.equals(GOOD), from);
        assertThrows(IllegalArgumentException.class, () -> StrictReader.read(broken), broken);
    }
}
