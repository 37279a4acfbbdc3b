package io.runwisp.client.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DaemonAddressTest {

    @ParameterizedTest
    @CsvSource({
            "server, http://server:9477",
            "server:80, http://server:80",
            "127.0.0.1:9477, http://127.0.0.1:9477",
            "http://server, http://server",
            "HTTPS://server/, https://server",
            "https://server/runwisp//, https://server/runwisp",
            "[::1]:9477, http://[::1]:9477",
            "' http://server:1 ', http://server:1"})
    void whatPeopleWriteIsUnderstood(String written, String understood) {
        assertEquals(understood, DaemonAddress.parse(written).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://server", "http://", "http://user:secret@server", "http://server/?x=1",
            "http://server/#x", "ser ver", "http://server:port"})
    void whatIsNoAddressIsRefusedWithAnExample(String written) {
        String message = String
            .valueOf(assertThrows(IllegalArgumentException.class, () -> DaemonAddress.parse(written)).getMessage());
        assertTrue(message.contains("http://127.0.0.1:9477"), message);
    }

    @Test
    void anAddressOfSixteenBytesGetsItsBrackets() {
        assertEquals("http://[::1]:9477", DaemonAddress.of("::1", DaemonAddress.USUAL_PORT).toString());
    }
}
