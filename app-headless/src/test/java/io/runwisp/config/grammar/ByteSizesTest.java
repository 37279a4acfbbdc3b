package io.runwisp.config.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0         | 0
            512       | 512
            512b      | 512
            1kb       | 1024
            1KB       | 1024
            100MB     | 104857600
            100 mB    | 104857600
            ' 1gb '   | 1073741824
            2tb       | 2199023255552
            1.5gb     | 1610612736
            .5kb      | 512
            1.kb      | 1024
            1.5b      | 1
            0.0001kb  | 0
            9223372036854775807 | 9223372036854775807
            8388607.99999999tb  | 9223372036854764812
            """)
    void readsANumberAndAUnitOfAnyCase(String text, long bytes) {
        assertEquals(Reading.good(bytes), ByteSizes.read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''      | 0 | 1 | it is blank
            '   '   | 0 | 3 | it is blank
            -5mb    | 0 | 4 | a size cannot be negative
            ' -1 '  | 1 | 2 | a size cannot be negative
            mb      | 0 | 2 | it does not begin with a number
            .mb     | 0 | 3 | it does not begin with a number
            NaN     | 0 | 3 | it does not begin with a number
            inf     | 0 | 3 | it does not begin with a number
            +5mb    | 0 | 4 | it does not begin with a number
            1.5     | 0 | 3 | a fraction needs a unit, one of b kb mb gb tb
            1,5gb   | 1 | 4 | a fraction is written with a point, not with a comma
            10k     | 2 | 1 | "k" is not a unit, write kb
            10M     | 2 | 1 | "M" is not a unit, write mb
            '10 g'  | 3 | 1 | "g" is not a unit, write gb
            10T     | 2 | 1 | "T" is not a unit, write tb
            1KiB    | 1 | 3 | "KiB" is not a unit, write kb, which counts 1024 bytes
            1Mib    | 1 | 3 | "Mib" is not a unit, write mb, which counts 1024 kb
            1GiB    | 1 | 3 | "GiB" is not a unit, write gb, which counts 1024 mb
            1TiB    | 1 | 3 | "TiB" is not a unit, write tb, which counts 1024 gb
            5bytes  | 1 | 5 | "bytes" is not a unit, write b
            1pb     | 1 | 2 | "pb" is not a unit, the largest is tb
            1e3     | 1 | 2 | "e3" is not a unit, use one of b kb mb gb tb
            5 mb mb | 2 | 5 | "mb mb" is not a unit, use one of b kb mb gb tb
            9223372036854775808 | 0 | 19 | it is larger than 9223372036854775807 bytes
            8388608tb           | 0 | 9  | it is larger than 9223372036854775807 bytes
            """)
    void saysWhereAndWhyItCannotReadASize(String text, int offset, int length, String reason) {
        assertEquals(Reading.bad(offset, length, reason), ByteSizes.read(text));
    }

    @ParameterizedTest
    @CsvSource({
            "0,0B", "1023,1023B", "1024,1KB", "1536,1.5KB", "104857600,100MB", "1048575,1023.9KB", "1610612736,1.5GB",
            "2199023255552,2TB", "1125899906842624,1024TB", "9223372036854775807,8388607.9TB"})
    void showsTheLargestUnitWithAtMostOneDecimal(long bytes, String shown) {
        assertEquals(shown, ByteSizes.show(bytes));
    }
}
