package io.runwisp.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralsTest {

    @ParameterizedTest
    @CsvSource({"127.0.0.1,127.0.0.1", "0.0.0.0,0.0.0.0", "255.255.255.255,255.255.255.255", "::1,0:0:0:0:0:0:0:1",
            "2001:DB8::1,2001:db8:0:0:0:0:0:1", "::ffff:198.51.100.1,198.51.100.1", "::,0:0:0:0:0:0:0:0"})
    void addressesAreRead(String text, String address) {
        assertEquals(Optional.of(address), IpLiterals.read(text).map(InetAddress::getHostAddress));
    }

    /** Other programs read many of these as addresses, each in its own way. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1", "127.1", "127.0.0", "127.0.0.1.", "127.0.0.1.1", ".127.0.0.1", "127..0.1",
            "127.0.0.256", "127.0.0.01", "0x7f.0.0.1", "2130706433", "127.0.0.1 ", "127.0.0.-1", "127.0.0.\u0661",
            "[::1]",
            "::1%lo", "fe80::1%eth0", "1::2::3", ":::", "12345::", "::g", "localhost", "::ffff:1.2.3.400"})
    void whatIsNotPlainlyOneIsNone(String text) {
        assertEquals(Optional.empty(), IpLiterals.read(text));
    }

    @Test
    void hugeTextsAreNone() {
        assertEquals(Optional.empty(), IpLiterals.read("1".repeat(1_000_000)));
        assertEquals(Optional.empty(), IpLiterals.read(":".repeat(1_000_000)));
        assertEquals(Optional.empty(), IpLiterals.read("1.".repeat(1_000_000)));
    }

    @Test
    void threeBytesAreNoAddress() {
        assertThrows(IllegalArgumentException.class, () -> IpLiterals.ofBytes(new byte[3]));
    }
}
