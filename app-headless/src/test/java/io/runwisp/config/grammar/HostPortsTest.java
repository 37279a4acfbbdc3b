package io.runwisp.config.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.config.grammar.HostPorts.HostPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPortsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            127.0.0.1:9100    | 127.0.0.1     | 9100  | 127.0.0.1:9100
            localhost:0       | localhost     | 0     | localhost:0
            my_host.lan.:65535 | my_host.lan. | 65535 | my_host.lan.:65535
            [::1]:9100        | ::1           | 9100  | [::1]:9100
            [fe80::1%eth0]:80 | fe80::1%eth0  | 80    | [fe80::1%eth0]:80
            :9100             | ''            | 9100  | :9100
            """)
    void readsWhereToListen(String text, String host, int port, String shown) {
        assertEquals(Reading.good(new HostPort(host, port)), HostPorts.read(text));
        assertEquals(shown, new HostPort(host, port).show());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''               | 0 | 1 | it is blank
            9100             | 0 | 4 | the port is missing, expected for example 127.0.0.1:9100
            [::1]            | 0 | 5 | the port is missing, expected for example 127.0.0.1:9100
            http://x:80      | 0 | 7 | a scheme is not expected, write host:port
            ::1:9100         | 0 | 8 | an IPv6 address stands in brackets, e.g. [::1]:9100
            [::1:9100        | 0 | 9 | "[" has no "]" after it
            [::1]x:80        | 5 | 1 | after "]" a colon and the port are expected
            [127.0.0.1]:80   | 1 | 9 | what stands in brackets is not an IPv6 address
            [::g]:80         | 1 | 3 | what stands in brackets is not an IPv6 address
            [fe80::1%]:80    | 1 | 8 | what stands in brackets is not an IPv6 address
            a b:80           | 0 | 3 | the host has a character outside A-Z a-z 0-9 . - _
            bücher:80        | 0 | 6 | the host has a character outside ASCII, write it in its xn-- form
            a..b:80          | 0 | 4 | the host has two dots in a row or begins with one
            -a:80            | 0 | 2 | a part of the host begins or ends with -
            .:80             | 0 | 1 | the host is missing
            300.0.0.1:80     | 0 | 9 | the host is neither a name nor an IPv4 address
            host:            | 5 | 1 | the port is not a number from 0 to 65535
            host:65536       | 5 | 5 | the port is not a number from 0 to 65535
            host:http        | 5 | 4 | the port is not a number from 0 to 65535
            host:-1          | 5 | 2 | the port is not a number from 0 to 65535
            """)
    void refusesWhereItCannotListen(String text, int offset, int length, String reason) {
        assertEquals(Reading.bad(offset, length, reason), HostPorts.read(text));
    }

    @Test
    void limitsTheLengthOfHosts() {
        assertEquals(
                Reading.bad(0, 64, "a part of the host is longer than 63 characters"),
                HostPorts.read("a".repeat(64) + ":1"));
        assertEquals(
                Reading.bad(0, 255, "the host is longer than 253 characters"),
                HostPorts.read("a.".repeat(127) + "b:1"));
    }
}
