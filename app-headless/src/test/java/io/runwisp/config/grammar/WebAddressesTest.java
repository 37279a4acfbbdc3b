package io.runwisp.config.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "http://localhost", "https://example.org/", "HTTPS://Example.org:8443/a/b?c=d#e", "http://127.0.0.1:9477",
            "http://[::1]:8080/x", "https://user:pass@example.org/hook", "https://example.org/%20x"})
    void readsWebAddresses(String text) {
        assertEquals(Reading.good(URI.create(text)), WebAddresses.read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                     | 0 | 1 | it is blank
            example.org/s3cret     | 0 | 18 | it does not begin with http:// or https://
            //example.org          | 0 | 13 | it does not begin with http:// or https://
            ://example.org         | 0 | 14 | it does not begin with http:// or https://
            mailto:a@b             | 0 | 10 | it does not begin with http:// or https://
            ftp://example.org      | 0 | 3 | its scheme is neither http nor https
            ' http://example.org'  | 0 | 5 | its scheme is neither http nor https
            https://               | 8 | 1 | the host is missing
            https:///path          | 8 | 1 | the host is missing
            https://:443/          | 8 | 4 | the host or the port is not valid
            https://user@/         | 8 | 5 | the host or the port is not valid
            https://my host/       | 8 | 7 | the host or the port is not valid
            https://my_host/       | 8 | 7 | the host or the port is not valid
            https://a..b/          | 8 | 4 | the host or the port is not valid
            https://300.1.1.1/     | 8 | 9 | the host or the port is not valid
            https://[::1/          | 8 | 4 | the host or the port is not valid
            https://a:99999999999/ | 8 | 13 | the host or the port is not valid
            https://a:x/           | 8 | 3 | the host or the port is not valid
            https://a:65536/x      | 10 | 5 | the port is outside 1-65535
            https://a:0            | 10 | 1 | the port is outside 1-65535
            https://a/s3 cret      | 12 | 1 | it contains a character that must be written as %xx
            https://a/s3%zzcret    | 12 | 1 | a % must be followed by two hexadecimal digits
            """)
    void refusesWhatIsNoWebAddressWithoutQuotingIt(String text, int offset, int length, String reason) {
        assertEquals(Reading.bad(offset, length, reason), WebAddresses.read(text));
        assertFalse(reason.contains("s3cret"));
    }
}
